import Book

/// The verdict of every check of a book.
public struct Report: Sendable, Equatable, Codable {
  public var chapters: [ChapterReport]
  public var passed: Int
  public var failed: Int

  /// Sums up the chapters.
  public init(chapters: [ChapterReport]) {
    self.chapters = chapters
    passed = chapters.map(\.passed).reduce(0, +)
    failed = chapters.map(\.failed).reduce(0, +)
  }
}

/// The verdict of every check of one chapter, in the order of lines.
public struct ChapterReport: Sendable, Equatable, Codable {
  public var path: String
  public var title: String
  public var checks: [CheckResult]

  public var passed: Int { checks.count { $0.verdict == .passed } }
  public var failed: Int { checks.count { $0.verdict == .failed } }
}

/// What came of one check.
public struct CheckResult: Sendable, Equatable, Codable {
  /// The line of the chapter, from one.
  public var line: Int
  /// In UTF-8 bytes, from one.
  public var column: Int
  public var kind: Kind
  /// What was checked, as it was written.
  public var subject: String
  public var expected: String
  public var actual: String
  /// In words: `± 0.00005`; empty where there is none.
  public var tolerance: String
  public var verdict: Verdict
  /// The largest error of all numbers as a part of what is allowed: 0.5 used half of the tolerance.
  public var toleranceUsed: Double?
  /// Why the check failed, as a sentence; nil when it passed.
  public var reason: String?

  /// What kind of check it is.
  public enum Kind: String, Sendable, Codable {
    case approximate
    case equal
    case prints
    /// The block has to trap, throw, or fail to compile.
    case trap
    case `throws`
    case compileError = "compile-error"
    /// The code has to compile.
    case compiles
    /// The code has to run to its end.
    case runs
  }

  /// Whether a check holds.
  public enum Verdict: String, Sendable, Codable {
    case passed
    case failed
  }
}

extension ChapterReport {
  /// The checks that failed, as messages to the author.
  public var diagnostics: [Diagnostic] {
    checks.compactMap { check in
      check.reason.map { reason in
        Diagnostic(
          .error, at: SourcePosition(file: path, line: check.line, utf8Column: check.column), reason)
      }
    }
  }
}
