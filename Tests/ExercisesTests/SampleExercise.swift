import Book
import Foundation
import Runner

@testable import Exercises

/// An exercise in a chapter, and a grader for answers to it.
enum SampleExercise {
  static let chapter = """
    # A

    ```exercise
    //| label: half
    //| title: Half of a number
    //| timeout: 1
    func half(_ x: Double) -> Double {
      // BEGIN SOLUTION
      return x / 2
      // END SOLUTION
      return 0
    }
    ```

    ```hint
    //| exercise: half
    Divide.
    ```

    ```check
    //| exercise: half
    //| label: of-three
    //| points: 1
    //| says: half of three is right
    half(3)
    ```

    ```check
    //| exercise: half
    //| label: of-many
    //| hidden: true
    //| points: 3
    //| says: half of random numbers is right
    var generator = SeededGenerator(seed: seed)
    (0..<5).map { _ in half(generator.nextNormal()) }
    ```

    ```check
    //| exercise: half
    //| label: trained
    //| points: 2
    //| says: what is found is near one half
    //| judge: abs(answer - 0.5) < 0.01
    half(1)
    ```

    ```wrong
    //| exercise: half
    //| fails: of-three
    //| hint: Whole numbers lose the rest.
    func half(_ x: Double) -> Double { x.rounded(.towardZero) == x ? Double(Int(x) / 2) : x / 2 }
    ```

    ```wrong
    //| exercise: half
    //| fails: of-many
    //| hint: A sign was lost.
    func half(_ x: Double) -> Double { abs(x) / 2 }
    ```

    """

  static func read(_ text: String = chapter) throws -> (exercises: [Exercise], diagnostics: [Diagnostic]) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "exercise-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("title: T\n".utf8).write(to: folder.appending(path: "book.yml"))
    try Data(text.utf8).write(to: folder.appending(path: "01-a.md"))
    let reading = BookFolder(at: folder.path).read()
    guard let chapter = reading.book?.chapters.first else { return ([], reading.diagnostics) }
    return Exercise.read(chapter)
  }

  static func runner(sandbox: Sandbox? = nil) throws -> ChapterRunner? {
    guard let toolchain = Toolchain.find(),
      let library = ModuleLibrary.besideProgram(CommandLine.arguments[0])
    else { return nil }
    return ChapterRunner(toolchain: toolchain, library: library, cache: nil, sandbox: sandbox)
  }
}
