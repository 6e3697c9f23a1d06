import Book

/// The verdict of every check of a book.
package struct Report: Sendable, Equatable, Codable {
  /// In the order of the book.
  package var chapters: [ChapterReport]
  /// How many checks hold in the whole book.
  package var passed: Int
  /// How many checks fail in the whole book.
  package var failed: Int
  /// What 'galley mutate' has found out; nil when it never ran.
  package var mutations: MutationReport?

  /// Sums up the chapters.
  package init(chapters: [ChapterReport]) {
    self.chapters = chapters
    passed = chapters.map(\.passed).reduce(0, +)
    failed = chapters.map(\.failed).reduce(0, +)
  }
}

/// The verdict of every check of one chapter, in the order of lines.
package struct ChapterReport: Sendable, Equatable, Codable {
  /// As the author would type it.
  package var path: String
  /// The chapter's title.
  package var title: String
  /// Every check, in the order of lines.
  package var checks: [CheckResult]

  /// What was found out about the displayed formulas, in order.
  package var formulas: [FormulaReport]

  /// A report with the verdicts given.
  package init(path: String, title: String, checks: [CheckResult] = [], formulas: [FormulaReport] = []) {
    self.path = path
    self.title = title
    self.checks = checks
    self.formulas = formulas
  }

  /// How many of them hold.
  package var passed: Int { checks.count { $0.verdict == .passed } }
  /// How many of them fail.
  package var failed: Int { checks.count { $0.verdict == .failed } }
}

/// What came of one check.
package struct CheckResult: Sendable, Equatable, Codable {
  /// The line of the chapter, from one.
  package var line: Int
  /// In UTF-8 bytes, from one.
  package var column: Int
  /// What kind of check it is.
  package var kind: Kind
  /// What was checked, as it was written.
  package var subject: String
  /// What the author wrote.
  package var expected: String
  /// What the code gave, with all its digits.
  package var actual: String
  /// In words: `± 0.00005`; empty where there is none.
  package var tolerance: String
  /// Whether it holds.
  package var verdict: Verdict
  /// The largest error of all numbers as a part of what is allowed: 0.5 used half of the tolerance.
  package var toleranceUsed: Double?
  /// Why the check failed, as a sentence; nil when it passed.
  package var reason: String?
  /// What the author should know of a check that passed, as a sentence.
  package var remark: String?

  /// What kind of check it is.
  package enum Kind: String, Sendable, Codable {
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
  package enum Verdict: String, Sendable, Codable {
    case passed
    case failed
  }
}

extension ChapterReport {
  /// What the author should know of checks that passed.
  package var warnings: [Diagnostic] {
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
  package var diagnostics: [Diagnostic] {
    checks.compactMap { check in
      check.reason.map { reason in
        Diagnostic(
          .error, at: SourcePosition(file: path, line: check.line, utf8Column: check.column), reason)
      }
    }
  }
}
