import Foundation
import TestSupport
import Testing

/// Tests the program as its users call it.
@Suite("The command line", .heavy)
struct CommandTests {
  static let good = """
    ---
    title: A chapter
    ---

    The answer is `{swift} 40.0 + 2`.

    ```swift-run
    //| label: answer
    let answer = 42
    print("text")  // Prints "text"
    answer / 4.0  // ≈ 10.5
    ```

    The answer is `{swift} answer`.

    """.replacing("let answer = 42", with: "let answer = 42.0")

  @Test("a correct book builds a site and exits with 0")
  func build() throws {
    let book = try TemporaryBook(["01-a.md": Self.good])
    let result = try book.galley("build", "--report", "report.json", "--junit", "junit.xml")
    #expect(result.status == 0, "\(result.errors)")
    let page = try book.read("site/public/a.html")
    #expect(page.contains("2 checks, all hold"))
    #expect(page.contains(">42.0</span>"))
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(book.read("report.json").utf8)) as? [String: Any])
    #expect(report["passed"] as? Int == 2)
    #expect(report["failed"] as? Int == 0)
    let chapter = try #require((report["chapters"] as? [[String: Any]])?.first)
    #expect(chapter["path"] as? String == "Chapters/01-a.md")
    let check = try #require((chapter["checks"] as? [[String: Any]])?.last)
    #expect(check["line"] as? Int == 11)
    #expect(check["kind"] as? String == "approximate")
    #expect(check["expected"] as? String == "10.5")
    #expect(check["actual"] as? String == "10.5")
    #expect(check["tolerance"] as? String == "± 0.05")
    #expect(check["verdict"] as? String == "passed")
    #expect(try book.read("junit.xml").contains("tests=\"2\" failures=\"0\""))
  }

  @Test("blocks run with the priority that the user gave to the program")
  func priority() throws {
    let book = try TemporaryBook([
      "01-a.md": "# A\n\n```swift-run\nimport Foundation\ngetpriority(.init(0), 0)  // == 3\n```\n"
    ])
    let result = try book.galley(["check"], startedBy: ["/usr/bin/nice", "-n", "3"])
    #expect(result.status == 0, "\(result.errors)\(result.output)")
  }

  @Test("after one changed number the check exits with 1 and names that line")
  func changedNumber() throws {
    let book = try TemporaryBook(["01-a.md": Self.good.replacing("≈ 10.5", with: "≈ 10.6")])
    let result = try book.galley("check", environment: ["GITHUB_ACTIONS": "true"])
    #expect(result.status == 1)
    #expect(
      result.errors.contains(/Chapters\/01-a\.md:11:15: error: .*10\.6.*10\.5.*0\.1.*0\.05/),
      "\(result.errors)")
    #expect(result.output.contains(/::error file=Chapters\/01-a\.md,line=11,col=15::.*10\.6/))
    #expect(result.output.contains("2 checks: 1 passed, 1 failed"))
  }

  @Test("a failed check is shown on the page, and a block that stops leaves the old site")
  func failures() throws {
    let book = try TemporaryBook(["01-a.md": Self.good])
    #expect(try book.galley("build").status == 0)
    try book.write("01-a.md", Self.good.replacing("≈ 10.5", with: "≈ 10.6"))
    #expect(try book.galley("build").status == 1)
    let failed = try book.read("site/public/a.html")
    #expect(failed.contains("1 of 2 checks fail"))
    for broken in [
      "let x: Int = \"\"", "fatalError()", "while true {", "[1][Int.random(in: 5...6)]",
    ] {
      try book.write(
        "01-a.md", Self.good.replacing("let answer = 42.0", with: "let answer = 42.0\n" + broken))
      #expect(try book.galley("build").status != 0)
      #expect(try book.read("site/public/a.html") == failed)
    }
  }

  @Test("invalid input and an invalid command line exit with 2")
  func invalid() throws {
    let book = try TemporaryBook(["01-a.md": "```swift-run\n//| lable: x\n```\n"])
    let result = try book.galley("build")
    #expect(result.status == 2)
    #expect(result.errors.contains("did you mean 'label'?"))
    #expect(!book.exists("site/public"))
    #expect(try book.galley("biuld").status == 2)
    #expect(try book.galley("check", "--nonsense").status == 2)
    #expect(try book.galley("check", "nowhere").status == 2)
    #expect(try book.galley("--help").status == 0)
  }

  @Test("the version names the commit or the compiler; the manual and the completions know every command")
  func selfDescription() throws {
    let book = try TemporaryBook([:])
    let version = try book.galley("--version")
    #expect(version.status == 0)
    #expect(version.output.contains(/^[0-9]+\.[0-9]+\.[0-9]+ \(.*Swift version [0-9]/), "\(version.output)")
    let manual = try book.galley(["manual"], namesLibrary: false)
    let help = try book.galley("--help")
    let commands = help.output.matches(of: #/(?m)^  ([a-z]+) {2,}/#).map { String($0.1) }
    #expect(commands.count > 10)
    for command in commands where command != "help" {
      #expect(manual.output.contains("\n.Ss galley \(command)\n"), "\(command)")
    }
    for shell in ["bash", "zsh", "fish"] {
      let script = try book.galley(["--generate-completion-script", shell], namesLibrary: false)
      #expect(script.status == 0)
      #expect(commands.allSatisfy { script.output.contains($0) }, "\(shell)")
    }
  }

  @Test("a formula and a diagram that cannot be drawn are errors with their lines")
  func drawings() throws {
    let book = try TemporaryBook([
      "01-a.md": "# A\n\nIt is $\\frac{a}$.\n\n```math\n\\nonsense\n```\n\n```dot\ndigraph {\n```\n"
    ])
    let result = try book.galley("build")
    #expect(result.status == 2)
    #expect(result.errors.contains("Chapters/01-a.md:3:7: error: the formula cannot be set"))
    #expect(result.errors.contains("Chapters/01-a.md:6:1: error: the formula cannot be set"))
    #expect(result.errors.contains("Chapters/01-a.md:9:1: error: the diagram cannot be drawn"))
  }

  @Test("the same input gives the same bytes, in any folder, and no page names the folder or the day")
  func deterministic() throws {
    let text =
      Self.good + "\n```dot\ndigraph { a -> b }\n```\n\n```swift-run\nSet([\"a\", \"b\", \"c\"])\n```\n"
    let first = try TemporaryBook(["01-a.md": text])
    let second = try TemporaryBook(["01-a.md": text])
    #expect(try first.galley("build").status == 0)
    #expect(try second.galley("build", "--fresh").status == 0)
    let files = try first.files(below: "site/public")
    #expect(files.count > 20)
    #expect(files.keys.sorted() == (try second.files(below: "site/public")).keys.sorted())
    #expect(files == (try second.files(below: "site/public")))
    for (name, data) in files where name.hasSuffix(".html") || name.hasSuffix(".json") {
      let text = String(decoding: data, as: UTF8.self)
      #expect(!text.contains(first.root.lastPathComponent))
      #expect(!text.contains(/20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]/))
    }
  }

  @Test("a declared failure is a check, and the check fails if the failure does not occur")
  func declared() throws {
    let book = try TemporaryBook([
      "01-a.md": """
      # A

      ```swift-run
      //| expect: trap
      [1, 2][Int("7")!]
      ```

      ```swift-run
      //| expect: throws
      let fine = 1
      ```

      ```swift-run
      //| expect: compile-error "no such thing"
      let fine = 1
      ```

      """
    ])
    let result = try book.galley("check")
    #expect(result.status == 1)
    #expect(result.output.contains("3 checks: 1 passed, 2 failed"))
    #expect(result.errors.contains("01-a.md:8:1: error: "))
    #expect(result.errors.contains(/01-a\.md:13:1: error: .*"no such thing"/))
  }

  @Test(
    "a formula is judged as it is printed",
    arguments: [
      ("%| given: a = 2\nb = 3a = 6", ["5: step 2 holds"], 0),
      ("%| given: a = 2\nb = 3a = 7", ["5: step 2 fails"], 1),
      ("%| given: a = 2\n%| expect: fails at 2\nb = 3a = 7", ["6: step 2 fails"], 0),
      ("%| given: a = 2\n%| expect: fails at 2\nb = 3a = 6", ["6: step 2 holds"], 1),
      ("%| given: a = 2\n%| expect: fails at 4\nb = 3a = 6", ["3: noStep", "6: step 2 holds"], 1),
      ("%| given: a = 2\nb = 3c = 7", ["5: step 2 undetermined"], 1),
      ("%| given: a = 2\nb = \\frac{3", ["5: unreadable"], 1),
      ("L(w) = (y - w x)^2 \\\\\n\\frac{\\partial L}{\\partial w} = -2 x (y - w x)", ["5: step 2 holds"], 0),
      ("L(w) = (y - w x)^2 \\\\\n\\frac{\\partial L}{\\partial w} = 2 x (y - w x)", ["5: step 2 fails"], 1),
      ("(a + b)^2 = a^2 + 2ab + b^2", ["4: step 1 holds"], 0),
      ("(a + b)^2 = a^2 + ab + b^2", ["4: step 1 fails"], 1),
    ])
  func formulas(fence: String, findings: [String], status: Int32) throws {
    let book = try TemporaryBook(["01-a.md": "# A\n\n```math\n\(fence)\n```\n"])
    let result = try book.galley("check", "--report", book.root.path + "/report.json")
    #expect(result.status == status, "\(result.output)\(result.errors)")
    let checks = try book.reportedChecks()
    #expect(checks.map { "\($0.line): \($0.finding)" } == findings, "\(result.errors)")
  }

  @Test(
    "in a chapter with 'formulas: audit', a step fails only if the audit accuses it, and the others are listed",
    arguments: [
      // One small change makes this identity true, so it is a mistake.
      ("$$\n(a + b)^2 = a^2 + ab + b^2\n$$", 1), ("$$\n2 + 2 = 5\n$$", 1),
      ("$$\n\\begin{aligned}\na &= 2 + 2 \\\\\n&= 5\n\\end{aligned}\n$$", 1),
      // These may be conditions.
      ("$$\na + b = 2 a b\n$$", 0), ("$$\n\\sum_{i=1}^n x_i = n\n$$", 0),
      // Options ask for a verdict on every step, also here.
      ("$$\n%| given: a = 2\nb = 3c = 7\n$$", 1),
    ] as [(String, Int32)])
  func formulasAsInAnAudit(text: String, status: Int32) throws {
    let book = try TemporaryBook(["01-a.md": "---\ntitle: A\nformulas: audit\n---\n\n\(text)\n"])
    let result = try book.galley("check", "--verbose")
    #expect(result.status == status, "\(result.output)\(result.errors)")
    let strict = try TemporaryBook(["01-a.md": "---\ntitle: A\nformulas: strict\n---\n\n\(text)\n"])
    #expect(try strict.galley("check").status == 1)
    #expect(status == 1 || result.output.contains("may be wrong, or the text means something else"))
  }

  @Test("two formulas are compared under a mapping of their symbols")
  func equivalence() throws {
    let reference = "# A\n\n```math\n%| label: eq-a\ny = \\beta x\n```\n\n"
    let cases: [(String, Int32)] = [
      ("%| mapping: g → \\beta\ny = g x", 0), ("%| mapping: g -> \\beta\ny = g x^2", 1),
      ("%| mapping: g → \\beta\n%| expect: differs\ny = g x^2", 0),
      ("%| mapping: g → \\beta\n%| expect: differs\ny = g x", 1),
    ]
    for (fence, status) in cases {
      let text = reference + "```math\n%| equivalent-to: eq-a\n\(fence)\n```\n"
      #expect(try TemporaryBook(["01-a.md": text]).galley("check").status == status, "\(fence)")
    }
  }

  @Test("a formula is bound to code, and code that computes something else is found")
  func binding() throws {
    func text(_ code: String) -> String {
      "# A\n\n```math\n%| label: eq-a\ny = \\frac{a}{b}\n```\n\n```swift-run\ntry verify(\"eq-a\") { sample in\n  \(code)\n}\n```\n"
    }
    let right = try TemporaryBook([
      "01-a.md": text(
        "[\"y\": zip(sample.vector(\"a\"), sample.vector(\"b\")).map { $0 / $1 }]")
    ])
    #expect(try right.galley("build").status == 0)
    #expect(try right.read("site/public/a.html").contains("Bound to code"))
    let wrong = try TemporaryBook(["01-a.md": text("[\"y\": sample.vector(\"a\")]")])
    let result = try wrong.galley("check")
    #expect(result.status == 1)
    #expect(result.errors.contains(/01-a\.md:9:1: error: .*'eq-a'/))
    let missing = try TemporaryBook([
      "01-a.md": text("[:]").replacing("verify(\"eq-a\")", with: "verify(\"eq-b\")")
    ])
    #expect(try missing.galley("check").errors.contains("no formula labelled 'eq-b'"))
  }

  @Test("galley audit judges an unchanged document")
  func audit() throws {
    let book = try TemporaryBook([:])
    try book.write("good.md", "With $a = 2$ we get $b = 3a = 6$.\n")
    try book.write("bad.md", "With $a = 2$ we get $b = 3a = 7$.\n")
    #expect(try book.galley("audit", "Chapters/good.md").status == 0)
    let result = try book.galley("audit", "--json", "Chapters/good.md", "Chapters/bad.md")
    #expect(result.status == 1)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let documents = try #require(json["documents"] as? [[String: Any]])
    #expect(documents.map { $0["path"] as? String } == ["Chapters/good.md", "Chapters/bad.md"])
    let statements = try #require(documents[1]["statements"] as? [[String: Any]])
    #expect(statements.contains { $0["verdict"] as? String == "fails" && $0["line"] as? Int == 1 })
    #expect((documents[1]["findings"] as? [[String: Any]])?.isEmpty == false)
    #expect(try book.galley("audit", "Chapters/none.md").status == 2)
  }
}

extension TemporaryBook {
  /// The line of each check in `report.json` and the kind of its finding, with the number and the verdict of a step.
  fileprivate func reportedChecks() throws -> [(line: Int, finding: String)] {
    let report = try JSONSerialization.jsonObject(with: Data(contentsOf: root.appending(path: "report.json")))
    let chapters = (report as? [String: Any])?["chapters"] as? [[String: Any]] ?? []
    return chapters.flatMap { $0["checks"] as? [[String: Any]] ?? [] }.map { check in
      let (kind, payload) = (check["finding"] as? [String: [String: Any]])?.first ?? ("", [:])
      let step = payload["_0"] as? [String: Any]
      let details = step.map { " \($0["number"] ?? "") \($0["verdict"] ?? "")" } ?? ""
      return (check["line"] as? Int ?? 0, kind + details)
    }
  }
}
