import Book
import Caching
import Plan

/// Everything that the record of a chapter depends on.
struct CacheKey {
  /// Increase this number when the format or the meaning of records changes.
  private static let format = 7

  /// One thing that a record depends on.
  struct Part: Equatable, Codable {
    /// The name shown to the author, such as `the code of block 3`.
    var name: String
    var digest: String
  }

  let parts: [Part]

  /// The digest of all parts.
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
      parts.append(Part(name: "compile-only block \(number + 1)", digest: Fingerprint.of(text)))
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
  /// The text of each section that a record depends on. It has no line numbers, because a complete record holds none
  /// and a change of the prose above a block must not run the block again. Code that uses `#line` or the like does
  /// depend on them.
  fileprivate var dependencies: [String] {
    let code = sections.map(\.code)
    let asksForLines = code.contains { code in
      ["#line", "#column", "#file"].contains { code.contains(bytes: $0) }
        && code.contains(/#(line|column|file|fileID|filePath)\b/)
    }
    return asksForLines ? sections.map(\.text) : code
  }
}
