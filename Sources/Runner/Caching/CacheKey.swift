import Book
import Caching
import Plan

/// Everything that the record of a chapter depends on.
struct CacheKey {
  /// Changes when records or what is in them change their meaning.
  private static let format = 7

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
    parts += zip(plan.program.sections, plan.program.dependencies).map {
      Part(name: $0.name, digest: Fingerprint.of($1))
    }
    for (number, block) in plan.blocks.enumerated() {
      let options =
        "\(block.timeout) \(block.limits) \(String(describing: block.expectation)) \(block.inputs)"
      parts.append(Part(name: "the options of block \(number + 1)", digest: Fingerprint.of(options)))
    }
    for (number, attempt) in plan.compileAttempts.enumerated() {
      let text = attempt.program.dependencies.joined() + "\u{0}" + (attempt.expectedError ?? "")
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
}

extension SwiftProgram {
  /// What a record depends on, section by section. Prose that moves a block down the page must not run it again, and a
  /// complete record holds no line numbers; but code that asks for its own line does depend on it.
  fileprivate var dependencies: [String] {
    let code = sections.map(\.code)
    let asksForLines = code.contains { code in
      ["#line", "#column", "#file"].contains { code.contains(bytes: $0) }
        && code.contains(/#(line|column|file|fileID|filePath)\b/)
    }
    return asksForLines ? sections.map(\.text) : code
  }
}
