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

/// The verdict of every check of one chapter.
package struct ChapterReport: Sendable, Equatable, Codable {
  /// As the author would type it.
  package var path: String
  /// The chapter's title.
  package var title: String
  /// Every check, in the order of lines.
  package var checks: [CheckResult]

  /// What was found out about the displayed formulas, in order.
  package var formulas: [FormulaReport]

  /// A report with the verdicts given, which are put in order and numbered.
  package init(path: String, title: String, checks: [CheckResult] = [], formulas: [FormulaReport] = []) {
    self.path = path
    self.title = title
    self.formulas = formulas
    self.checks = checks.enumerated().sorted {
      ($0.element.line, $0.element.column, $0.offset) < ($1.element.line, $1.element.column, $1.offset)
    }.map(\.element)
    for index in checks.indices { self.checks[index].number = index + 1 }
  }

  /// How many of them hold.
  package var passed: Int { checks.count { $0.verdict == .passed } }
  /// How many of them fail.
  package var failed: Int { checks.count { $0.verdict == .failed } }
}

extension ChapterReport {
  /// What the author should know of checks that passed.
  package var warnings: [Diagnostic] {
    checks.compactMap { check in
      check.remark.map {
        Diagnostic(
          .warning, at: position(of: check), $0.english,
          fix: check.kind == .recorded
            ? "'galley check --rerun' tells whether it still holds, and 'galley record' makes it anew"
            : "a smaller tolerance would notice more")
      }
    }
  }

  /// The checks that failed, as messages to the author.
  package var diagnostics: [Diagnostic] {
    checks.compactMap { check in
      check.reason.map { Diagnostic(.error, at: position(of: check), $0.english, fix: check.fix) }
    }
  }

  private func position(of check: CheckResult) -> SourcePosition {
    SourcePosition(file: path, line: check.line, utf8Column: check.column)
  }
}
