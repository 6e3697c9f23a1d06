import Book
import Caching
import Plan

/// Everything that the record of a chapter depends on.
struct CacheKey {
  /// Changes when records or what is in them change their meaning.
  private static let format = 3

  let digest: String

  init(
    plan: BuildPlan, toolchain: Toolchain, library: ModuleLibrary, inputs: InputFiles, isIsolated: Bool
  ) {
    var parts = ["\(Self.format)", toolchain.fingerprint, library.fingerprint]
    parts.append(Self.withoutLines(plan.program.text))
    for block in plan.blocks {
      parts.append("\(block.timeout) \(block.limits) \(String(describing: block.expectation))")
    }
    for attempt in plan.compileAttempts {
      parts.append(Self.withoutLines(attempt.program.text))
      parts.append(attempt.expectedError ?? "")
    }
    parts += [inputs.fingerprint, "\(isIsolated)"]
    digest = Fingerprint.of(parts.joined(separator: "\u{0}"))
  }

  /// Prose that moves a block down the page must not run it again; a complete record holds no line numbers.
  /// Code that asks for its own line does depend on it.
  private static func withoutLines(_ program: String) -> String {
    if program.contains(/#(line|column|file|fileID|filePath)\b/) { return program }
    return program.replacing(/(?m)^#sourceLocation\(.*\)$/, with: "")
  }
}
