import Foundation
import Testing

@Suite("galley audit")
struct AuditTests {
  private static let wrong = "With $a = 2$ we get $b = 3a = 7$.\n"

  @Test("JSON has a version, columns, both values and the statement of each finding")
  func json() throws {
    let book = try TemporaryBook([:])
    try book.write("bad.md", Self.wrong)
    let result = try book.galley("audit", "--json", "Chapters/bad.md")
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(json["version"] as? Int == 1)
    let document = try #require((json["documents"] as? [[String: Any]])?.first)
    let finding = try #require((document["findings"] as? [[String: Any]])?.first)
    #expect(finding["expected"] as? Double == 6)
    #expect(finding["stated"] as? Double == 7)
    #expect(finding["severity"] as? String == "error")
    let index = try #require(finding["statement"] as? Int)
    let statement = try #require((document["statements"] as? [[String: Any]])?[index])
    #expect(statement["verdict"] as? String == "fails")
    #expect(statement["column"] as? Int == finding["column"] as? Int)
    #expect((statement["reading"] as? [String: Double]) == ["a": 2])
  }

  @Test("SARIF and annotations of GitHub name the file, the line and the column")
  func machines() throws {
    let book = try TemporaryBook([:])
    try book.write("bad.md", "\n" + Self.wrong)
    let sarif = try book.galley("audit", "--sarif", "Chapters/bad.md")
    let object = try JSONSerialization.jsonObject(with: Data(sarif.output.utf8))
    let log = try #require(object as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let results = try #require((log["runs"] as? [[String: Any]])?.first?["results"] as? [[String: Any]])
    #expect(results.count == 1)
    let place = (results[0]["locations"] as? [[String: Any]])?[0]["physicalLocation"] as? [String: Any]
    #expect((place?["artifactLocation"] as? [String: Any])?["uri"] as? String == "Chapters/bad.md")
    #expect((place?["region"] as? [String: Any])?["startLine"] as? Int == 2)
  }

  @Test("a document that cannot be read hides no other; folders and a language are understood")
  func several() throws {
    let book = try TemporaryBook([:])
    try book.write("good.md", "$1 + 1 = 2$\n")
    try book.write("bad.tex", "$1 + 1 = 3$\n")
    let several = try book.galley("audit", "Chapters/none.md", "Chapters/bad.tex")
    #expect(several.status == 2)
    #expect(several.errors.contains("Chapters/none.md: the document cannot be read"))
    #expect(several.output.contains("Chapters/bad.tex:1:2: error: "))
    let folder = try book.galley("audit", "--language", "zh", "Chapters")
    #expect(folder.status == 1)
    #expect(folder.output.contains("Chapters/bad.tex:1:2: 错误: 这一步不成立：应为 2，写作 3"))
    #expect(folder.output.contains("2 个文档"))
  }

  @Test("counts tell when nothing was decided, and '--verbose' tells why")
  func undecided() throws {
    let book = try TemporaryBook([:])
    try book.write("open.md", "If $x = 2y$ then all is well.\n\n```sh\nls\n```\n")
    let short = try book.galley("audit", "Chapters/open.md")
    #expect(short.status == 0)
    #expect(short.output.contains("no statement was decided"))
    #expect(short.output.contains("passed over: 1 block of code"))
    let long = try book.galley("audit", "--verbose", "Chapters/open.md")
    #expect(long.output.contains("Chapters/open.md:1:5: "))
  }

  @Test("formulas with unknown commands are counted, with the option that defines commands")
  func unknownCommands() throws {
    let book = try TemporaryBook([:])
    try book.write("own.md", "We set $\\bx = 1$ and $\\bx = 2)$ and $y = 3)$.\n")
    try book.write("own.tex", "\\newcommand{\\bx}{x}\n")
    let unknown = try book.galley("audit", "Chapters/own.md").output
    #expect(unknown.contains("because of: \\bx (2), ')'; '--macros FILE' can define commands\n"))
    let chinese = try book.galley("audit", "--language", "zh", "Chapters/own.md").output
    #expect(chinese.contains("；可用 '--macros FILE' 定义命令"))
    let known = try book.galley("audit", "--macros", "Chapters/own.tex", "Chapters/own.md").output
    #expect(known.contains("because of: ')' (2)\n"))
  }

  @Test("the files of a LaTeX document share their commands, in every order of their names")
  func latexProject() throws {
    let book = try TemporaryBook([:])
    try book.write("own.sty", "\\newcommand{\\one}{1}\n\\input{more}\n")
    try book.write("more.tex", "\\def\\two{2}\n")
    try book.write("chapter.tex", "$\\one + \\two = 4$\n")
    try book.write(
      "main.tex",
      "\\documentclass{article}\n\\usepackage{own}\n\\begin{document}\n$\\one + \\one = 3$\n\\input{chapter}\n"
        + "\\input{main}\\input{none}\\end{document}\n")
    for documents in [["Chapters"], ["Chapters/main.tex"]] {
      let result = try book.galley(["audit"] + documents)
      #expect(result.status == 1)
      #expect(result.output.contains("Chapters/chapter.tex:1:2: error: "), "\(result.output)")
      #expect(result.output.contains("Chapters/main.tex:4:2: error: "))
      #expect(result.output.contains("2 errors"))
    }
  }

  @Test("a baseline accepts the findings of today, and reports those of tomorrow")
  func baseline() throws {
    let book = try TemporaryBook([:])
    try book.write("bad.md", Self.wrong)
    let arguments = ["audit", "--baseline", "accepted.txt", "Chapters/bad.md"]
    #expect(try book.galley(arguments).status == 2)
    #expect(try book.galley(arguments + ["--accept"]).status == 0)
    try book.write("bad.md", "A line above.\n\n" + Self.wrong)
    let accepted = try book.galley(arguments)
    #expect(accepted.status == 0 && accepted.errors.contains("1 accepted finding is not reported"))
    try book.write("bad.md", Self.wrong + "And $1 + 1 = 3$.\n")
    let later = try book.galley(arguments)
    #expect(later.status == 1)
    #expect(later.output.contains("1 error"))
    try book.write("bad.md", "Nothing.\n")
    let gone = try book.galley(arguments)
    #expect(gone.errors.contains("2 accepted findings are gone") || gone.errors.contains("1 accepted"))
  }

  @Test("a baseline is the same from every folder, and keeps the entries of documents that are not named")
  func baselineElsewhere() throws {
    let book = try TemporaryBook([:])
    try book.write("bad.md", Self.wrong)
    try book.write("worse.md", Self.wrong)
    #expect(try book.galley(["audit", "--baseline", "accepted.txt", "--accept", "Chapters"]).status == 0)
    let accepted = try String(contentsOf: book.root.appending(path: "accepted.txt"), encoding: .utf8)
    #expect(accepted.contains("\nChapters/bad.md\t") && accepted.contains("\nChapters/worse.md\t"))
    for documents in [["./Chapters/"], [book.root.path + "/Chapters"], ["Chapters//bad.md"]] {
      let result = try book.galley(["audit", "--baseline", "./accepted.txt"] + documents)
      #expect(result.status == 0 && !result.errors.contains("gone"), "\(documents) \(result)")
    }
    #expect(
      try book.galley(["audit", "--baseline", "accepted.txt", "--accept", "Chapters/bad.md"]).status == 0)
    #expect(try String(contentsOf: book.root.appending(path: "accepted.txt"), encoding: .utf8) == accepted)
    let mixed = ["audit", "--baseline", "accepted.txt", "--accept", "--since", "HEAD", "Chapters"]
    #expect(try book.galley(mixed).status == 2)
  }

  /// Runs git in the folder of a book, with the program of these tests in its path.
  private static func status(in book: TemporaryBook, git arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["git", "-C", book.root.path, "-c", "user.name=a", "-c", "user.email=a@b"] + arguments
    let products = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path
    process.environment = ProcessInfo.processInfo.environment.merging(["GITHUB_ACTIONS": "false"]) { $1 }
      .merging(["PATH": products]) { "\($1):\($0)" }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  @Test("the hook for commits judges what is staged, also in renamed files and in the first commit")
  func hook() throws {
    let book = try TemporaryBook([:])
    let git = { (arguments: String...) in try Self.status(in: book, git: arguments) }
    let commit = { (options: String...) in
      try Self.status(in: book, git: ["commit", "--quiet", "--message", "a"] + options)
    }
    #expect(try git("init", "--quiet") == 0)
    let hook = URL(filePath: #filePath).appending(path: "../../../.github/audit/pre-commit").standardized
    try FileManager.default.copyItem(
      at: hook, to: book.root.appending(path: ".git/hooks/pre-commit"))
    try book.write("a b.md", Self.wrong)
    #expect(try git("add", ".") == 0)
    #expect(try commit() != 0, "the first commit")
    let right = Self.wrong.replacing("7", with: "6")
    try book.write("a b.md", right)
    #expect(try commit() != 0, "the mistake is staged, only the file is mended")
    #expect(try commit("--all") == 0)
    try book.write("a b.md", right + "And $1 + 1 = 2$.\n")
    #expect(try git("add", ".") == 0)
    try book.write("a b.md", right + "And $1 + 1 = 3$.\n")
    #expect(try commit() == 0, "the mistake is not staged")
    #expect(try commit("Chapters/a b.md") != 0, "the commit of a single file")
    try book.write("a b.md", String(repeating: "Text.\n\n", count: 20) + right + "And $1 + 1 = 3$.\n")
    #expect(try git("mv", "Chapters/a b.md", "Chapters/c.md") == 0)
    #expect(try commit("--all") != 0, "a renamed file")
    try book.write("c.md", right)
    #expect(try commit("--all") == 0)
    #expect(try git("diff", "--quiet", "HEAD") == 0)
  }

  @Test("'--since' reports only what stands on changed lines")
  func since() throws {
    let book = try TemporaryBook([:])
    try book.write("old.md", Self.wrong)
    try book.write("both.md", Self.wrong + "\nText.\n")
    let git = { (arguments: String...) in
      let status = try Self.status(in: book, git: arguments)
      #expect(status == 0, "\(arguments)")
    }
    try git("init", "--quiet")
    try git("add", ".")
    try git("commit", "--quiet", "--message", "a")
    try book.write("both.md", Self.wrong + "\nText, and $1 + 1 = 3$.\n")
    try book.write("new.md", "$1 + 1 = 4$\n")
    let result = try book.galley("audit", "--since", "HEAD", "Chapters")
    #expect(result.status == 1)
    #expect(result.output.contains("Chapters/both.md:3:"))
    #expect(!result.output.contains("Chapters/both.md:1:"))
    #expect(result.output.contains("Chapters/new.md:1:"))
    #expect(!result.output.contains("old.md"))
    #expect(try book.galley("audit", "--since", "nowhere", "Chapters").status == 2)
    // A mistake that the main branch gained after this branch began is no change of this branch, and the prefixes of
    // 'git diff' may be configured.
    try git("config", "diff.mnemonicPrefix", "true")
    try git("branch", "work")
    try book.write("old.md", "Right.\n")
    try git("commit", "--quiet", "--all", "--message", "b")
    try git("branch", "--move", "ahead")
    try git("checkout", "--quiet", "work")
    let behind = try book.galley("audit", "--since", "ahead", "Chapters/old.md", "Chapters/both.md")
    #expect(behind.status == 0, "\(behind.output)")
    try book.write("both.md", Self.wrong + "\nText, and $1 + 1 = 5$.\n")
    #expect(try book.galley("audit", "--since", "ahead", "Chapters").output.contains("Chapters/both.md:3:"))
  }

  @Test("the page shows the document with marks, and keeps scripts and foreign addresses out")
  func page() throws {
    let book = try TemporaryBook([:])
    try book.write(
      "bad.md",
      Self.wrong
        + "\n$$ 1 + 1 = 2 $$\n\n<script>alert(1)</script>\n\n[x](javascript:alert) ![y](http://a/b)\n")
    _ = try book.galley("audit", "--html", "page.html", "Chapters/bad.md")
    let page = try String(contentsOf: book.root.appending(path: "page.html"), encoding: .utf8)
    #expect(page.contains("class=\"mark failed\""))
    #expect(page.contains("class=\"mark passed\""))
    #expect(page.contains("7 is stated"))
    #expect(!page.contains("<script"))
    #expect(!page.contains("javascript:"))
    #expect(!page.contains("http://a/b"))
    #expect(!page.contains("\u{E000}"))
  }
}
