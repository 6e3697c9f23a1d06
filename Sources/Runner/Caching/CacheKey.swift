import Book
import Caching
import Plan

/// Everything that the record of a chapter depends on.
struct CacheKey {
  /// Changes when records or what is in them change their meaning.
  private static let format = 6

  /// One of the things that a record depends on.
  struct Part: Equatable, Codable {
    /// In the author's words, with the block's number where it is one: `the code of block 3`.
    var name: String
    var digest: String
  }

  let parts: [Part]

  /// Of all parts together.
  let digest: String

  init(
    plan: BuildPlan, toolchain: Toolchain, library: ModuleLibrary, inputs: InputFiles, records: String?,
    isIsolated: Bool
  ) {
    var parts = [
      Part(name: "the format of records", digest: "\(Self.format)"),
      Part(name: "the compiler", digest: toolchain.fingerprint),
      Part(name: "the modules that blocks use", digest: library.fingerprint),
      Part(name: "whether blocks are isolated", digest: "\(isIsolated)"),
    ]
    parts += Self.sections(of: Self.withoutLines(plan.program.text)).map {
      Part(name: $0.name, digest: Fingerprint.of($0.text))
    }
    for (number, block) in plan.blocks.enumerated() {
      let options =
        "\(block.timeout) \(block.limits) \(String(describing: block.expectation)) \(block.inputs)"
      parts.append(Part(name: "the options of block \(number + 1)", digest: Fingerprint.of(options)))
    }
    for (number, attempt) in plan.compileAttempts.enumerated() {
      let text = Self.withoutLines(attempt.program.text) + "\u{0}" + (attempt.expectedError ?? "")
      parts.append(Part(name: "what is only compiled, number \(number + 1)", digest: Fingerprint.of(text)))
    }
    for name in inputs.names {
      parts.append(Part(name: "the input '\(name)'", digest: inputs.fingerprint(of: name)))
    }
    if let records { parts.append(Part(name: "the records", digest: records)) }
    self.parts = parts
    digest = Self.digest(of: parts)
  }

  static func digest(of parts: [Part]) -> String {
    Fingerprint.of(parts.map { $0.name + "\u{0}" + $0.digest }.joined(separator: "\u{0}"))
  }

  /// Prose that moves a block down the page must not run it again; a complete record holds no line numbers.
  /// Code that asks for its own line does depend on it.
  private static func withoutLines(_ program: String) -> String {
    let asksForLines = ["#line", "#column", "#file"].contains { program.contains(bytes: $0) }
    if asksForLines, program.contains(/#(line|column|file|fileID|filePath)\b/) { return program }
    return program.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { line in
        line.starts(with: "#sourceLocation(".utf8) && line.last == UInt8(ascii: ")") ? "" : Substring(line)
      }.joined(separator: "\n")
  }

  /// The program cut at the beginnings and ends of blocks, which the planner has written into it.
  private static func sections(of program: String) -> [(name: String, text: String)] {
    var sections: [(name: String, text: String)] = [("the imports and formulas", "")]
    for line in program.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map(Substring.init)
    {
      if let number = number(in: line, behind: "_galleyBegin(block: ") {
        sections.append(("the code of block \(number + 1)", ""))
      }
      sections[sections.count - 1].text += line + "\n"
      if let number = number(in: line, behind: "_galleyEnd(block: ") {
        sections.append(("the numbers in the prose behind block \(number + 1)", ""))
      }
    }
    return sections
  }

  private static func number(in line: Substring, behind call: String) -> Int? {
    line.utf8.starts(with: call.utf8) ? Int(line.dropFirst(call.count).dropLast()) : nil
  }
}
