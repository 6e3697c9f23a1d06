import Book

/// The verdict of every check of a book.
public struct Report: Sendable, Equatable, Codable {
  /// In the order of the book.
  public var chapters: [ChapterReport]
  /// How many checks hold in the whole book.
  public var passed: Int
  /// How many checks fail in the whole book.
  public var failed: Int
  /// What 'galley mutate' has found out; nil when it never ran.
  public var mutations: MutationReport?

  /// Sums up the chapters.
  public init(chapters: [ChapterReport]) {
    self.chapters = chapters
    passed = chapters.map(\.passed).reduce(0, +)
    failed = chapters.map(\.failed).reduce(0, +)
  }
}

/// The verdict of every check of one chapter, in the order of lines.
public struct ChapterReport: Sendable, Equatable, Codable {
  /// As the author would type it.
  public var path: String
  /// The chapter's title.
  public var title: String
  /// Every check, in the order of lines.
  public var checks: [CheckResult]

  /// What was found out about the displayed formulas, in order.
  public var formulas: [FormulaReport]

  /// A report with the verdicts given.
  public init(path: String, title: String, checks: [CheckResult] = [], formulas: [FormulaReport] = []) {
    self.path = path
    self.title = title
    self.checks = checks
    self.formulas = formulas
  }

  /// How many of them hold.
  public var passed: Int { checks.count { $0.verdict == .passed } }
  /// How many of them fail.
  public var failed: Int { checks.count { $0.verdict == .failed } }
}

/// What came of one check.
public struct CheckResult: Sendable, Equatable, Codable {
  /// The line of the chapter, from one.
  public var line: Int
  /// In UTF-8 bytes, from one.
  public var column: Int
  /// What kind of check it is.
  public var kind: Kind
  /// What was checked, as it was written.
  public var subject: String
  /// What the author wrote.
  public var expected: String
  /// What the code gave, with all its digits.
  public var actual: String
  /// In words: `± 0.00005`; empty where there is none.
  public var tolerance: String
  /// Whether it holds.
  public var verdict: Verdict
  /// The largest error of all numbers as a part of what is allowed: 0.5 used half of the tolerance.
  public var toleranceUsed: Double?
  /// Why the check failed, as a sentence; nil when it passed.
  public var reason: String?
  /// What the author should know of a check that passed, as a sentence.
  public var remark: String?

  /// What kind of check it is.
  public enum Kind: String, Sendable, Codable {
    case approximate
    case equal
    case prints
    /// The block has to trap, throw, or fail to compile.
    case trap
    case `throws`
    case compileError = "compile-error"
    /// A step of a formula has to hold, or two formulas have to agree.
    case formula
    /// A step of a formula has to fail: a published mistake.
    case declaredFailure = "declared-failure"
    /// A formula has to agree with code.
    case bound
    /// A sentence that is tied to code has to hold.
    case claim
    /// A value was taken from a record, which has to be one of this code.
    case recorded
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
  /// What the author should know of checks that passed.
  public var warnings: [Diagnostic] {
    checks.compactMap { check in
      check.remark.map { remark in
        Diagnostic(
          .warning, at: SourcePosition(file: path, line: check.line, utf8Column: check.column), remark,
          fix: check.kind == .recorded
            ? "'galley record' makes it anew" : "a smaller tolerance would notice more")
      }
    }
  }

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
