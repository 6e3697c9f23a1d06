import Foundation
import TestSupport
import Testing

@Suite("The exercise commands", .serialized, .heavy)
struct ExerciseCommandTests {
  private static let chapter = """
    # A

    ```exercise
    //| label: half
    //| title: Half of a number
    func half(_ x: Double) -> Double {
      // BEGIN SOLUTION
      return x / 2
      // END SOLUTION
      return 0
    }
    ```

    ```hint
    //| exercise: half
    Divide it.
    ```

    ```hint
    //| exercise: half
    Divide it by two.
    ```

    ```check
    //| exercise: half
    //| label: of-three
    //| says: half of three is right
    half(3)
    ```

    """

  @Test(
    "a student starts, sees errors, asks for hints, solves, and begins again without losing anything"
  )
  func student() throws {
    let book = try TemporaryBook(["01-a.md": Self.chapter])
    #expect(try book.galley("exercise", "list").output.contains("half: Half of a number (1 points"))
    #expect(try book.galley("exercise", "check", "half").status == 2)
    #expect(try book.galley("exercise", "start", "haf").errors.contains("did you mean 'half'?"))
    let start = try book.galley("exercise", "start", "half")
    #expect(start.output.contains("edit exercises/half/Sources/Half/Answer.swift"))
    let answer = "exercises/half/Sources/Half/Answer.swift"
    #expect(try book.read(answer).contains("  // TODO\n  return 0"))
    #expect(try !book.read(answer).contains("x / 2"))
    let wrong = try book.galley("exercise", "check", "half")
    #expect(wrong.status == 1)
    #expect(wrong.output.contains("✗ half of three is right (1 point)\n      0.0 is not right"))
    #expect(try book.galley("exercise", "hint", "half").output == "Hint 1 of 2: Divide it.\n\n")
    #expect(try book.galley("exercise", "hint", "half").output.contains("Hint 2 of 2"))

    let solved = try book.read(answer).replacing("return 0", with: "return 0.5 * x")
    try Data(solved.utf8).write(to: book.root.appending(path: answer))
    #expect(try book.galley("exercise", "check").status == 0)
    #expect(try book.galley(["exercise", "check"], in: "exercises/half").status == 0)
    let helper = book.root.appending(path: "exercises/half/Sources/Half/Helper.swift")
    try Data("let two = 2.0".utf8).write(to: helper)
    let other = try book.galley("exercise", "check")
    #expect(other.status == 2 && other.errors.contains("Half/Helper.swift: only 'Answer.swift' is judged"))
    try FileManager.default.removeItem(at: helper)
    #expect(try book.read("exercises/progress.txt") == "half: 1 of 1, hints 2\n")
    #expect(try book.galley("exercise", "progress").output.contains("1 of 1 exercises solved, 1 of 1 points"))
    #expect(try book.galley("exercise", "start", "half").output.contains("already begun"))
    #expect(try book.read(answer) == solved)
    #expect(try book.galley("exercise", "reset", "half").status == 0)
    #expect(try book.read("exercises/half/before-1.txt") == solved)
    #expect(try book.read(answer).contains("// TODO"))
    #expect(try book.read("exercises/progress.txt") == "half: 1 of 1, hints 2\n")
  }

  @Test("the progress file keeps lines of removed exercises and lines that the student wrote")
  func progress() throws {
    let book = try TemporaryBook(["01-a.md": Self.chapter])
    #expect(try book.galley("exercise", "start", "half").status == 0)
    let file = book.root.appending(path: "exercises/progress.txt")
    try Data("old-one: 2 of 3\nmy own note\nhalf: 0 of 1\n".utf8).write(to: file)
    #expect(try book.galley("exercise", "check", "half").status == 1)
    #expect(try book.read("exercises/progress.txt") == "old-one: 2 of 3\nmy own note\nhalf: 0 of 1\n")
  }

  @Test("withheld solutions are not shown on the page, printed or exported")
  func withheld() throws {
    let book = try TemporaryBook(["01-a.md": Self.chapter])
    #expect(try book.galley("build").status == 0)
    #expect(try book.read("site/public/a.html").contains("<summary>Solution</summary>"))
    #expect(try book.galley("exercise", "solution", "half").output.contains("return x / 2"))
    try book.write("book.yml", "title: T\nsolutions: withheld\n")
    #expect(try book.galley("build").status == 0)
    let page = try book.read("site/public/a.html")
    #expect(!page.contains("<summary>Solution</summary>"))
    #expect(page.contains("Hint 1 of 2"))
    #expect(try book.galley("exercise", "solution", "half").status == 2)
    #expect(try book.galley("exercise", "export", "--student", "out", "--instructor", "all").status == 0)
    let student = try book.files(below: "out").values.map { String(decoding: $0, as: UTF8.self) }
    #expect(!student.isEmpty && !student.contains { $0.contains("x / 2") })
    #expect(!student.contains { $0.contains(book.root.path) })
    #expect(try book.read("all/half/instructor/solution.swift").contains("return x / 2"))
  }

  @Test("students can check exported exercises without the book", .timeLimit(.minutes(10)))
  func bundle() throws {
    let book = try TemporaryBook(["01-a.md": Self.chapter])
    try book.write("book.yml", "title: T\nsolutions: withheld\n")
    #expect(try book.galley("exercise", "export", "--student", "out").status == 0)
    let elsewhere = book.root.appending(path: "elsewhere")
    try FileManager.default.moveItem(at: book.root.appending(path: "out/half"), to: elsewhere)
    try book.remove("01-a.md")
    func check() throws -> (status: Int32, output: String) {
      let process = Process()
      let output = Pipe()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["swift", "run", "--quiet", "check"]
      process.currentDirectoryURL = elsewhere
      process.standardOutput = output
      try process.run()
      let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      return (process.terminationStatus, text)
    }
    let wrong = try check()
    #expect(wrong.status == 1)
    #expect(wrong.output == "✗ half of three is right\n      0.0 is not right, 1.5 is\n")
    let answer = elsewhere.appending(path: "Sources/Half/Answer.swift")
    let solved = try String(contentsOf: answer, encoding: .utf8).replacing("return 0", with: "return 0.5 * x")
    try Data(solved.utf8).write(to: answer)
    let right = try check()
    #expect(right.status == 0)
    #expect(right.output == "✓ half of three is right\n")
  }

  @Test("a class is graded, a bad submission does not affect others, and no cell is read as a formula")
  func grading() throws {
    let book = try TemporaryBook(["01-a.md": Self.chapter])
    let answers = [
      "ada": "func half(_ x: Double) -> Double { x / 2 }", "=bob": "func half(_ x: Double) -> Double { x }",
      "cy": "this does not compile", "dee": "import Foundation\nfunc half(_ x: Double) -> Double { exit(0) }",
    ]
    for (student, code) in answers {
      let folder = book.root.appending(path: "class/\(student)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data((code + "\n").utf8).write(to: folder.appending(path: "half.swift"))
    }
    let result = try book.galley(
      "exercise", "grade", "class", "--trusting", "--csv", "grades.csv", "--json", "grades.json", "--sources",
      "sources")
    #expect(result.status == 0)
    let rows = try book.read("grades.csv").split(separator: "\r\n").map {
      $0.split(separator: ",").prefix(4).joined(separator: ",")
    }
    #expect(
      rows == [
        "student,exercise,earned,points", "'=bob,half,0,1", "ada,half,1,1", "cy,half,0,1", "dee,half,0,1",
      ])
    #expect(try book.read("sources/half/ada.swift").contains("x / 2"))
    #expect(
      try book.read("grades.json").contains("\"student\" : \"ada\"")
        || book.read("grades.json").contains("\"student\": \"ada\""))
    #expect(try book.galley("exercise", "grade", "nowhere").status == 2)
  }

  @Test("an unsound exercise fails the book's check")
  func gate() throws {
    let book = try TemporaryBook(["01-a.md": Self.chapter])
    #expect(try book.galley("check").output.contains("1 exercise: sound"))
    try book.write(
      "01-a.md",
      Self.chapter.replacing("      return 0\n", with: "      return x / 2\n").replacing(
        "  return 0\n}", with: "  return x / 2\n}"))
    let check = try book.galley("check")
    #expect(check.status == 1)
    #expect(check.errors.contains("the student's starter passes all checks"))
  }
}
