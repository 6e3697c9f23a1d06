import Book

/// The verdict of every check of a book.
package struct Report: Sendable, Equatable, Codable {
  /// The chapters in the order of the book.
  package var chapters: [ChapterReport]
  /// How many checks hold in the whole book.
  package var passed: Int
  /// How many checks fail in the whole book.
  package var failed: Int
  /// The results of `galley mutate`; nil if it never ran.
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
  /// The path as the author would type it.
  package var path: String
  /// The chapter's title.
  package var title: String
  /// Every check, in the order of lines.
  package var checks: [CheckResult]

  /// The results for the displayed formulas, in order.
  package var formulas: [FormulaReport]

  /// Creates a report. The checks are sorted by position and numbered from one.
  package init(path: String, title: String, checks: [CheckResult] = [], formulas: [FormulaReport] = []) {
    self.path = path
    self.title = title
    self.formulas = formulas
    self.checks = checks.enumerated().sorted {
      ($0.element.line, $0.element.column, $0.offset) < ($1.element.line, $1.element.column, $1.offset)
    }.map(\.element)
    for index in checks.indices { self.checks[index].number = index + 1 }
  }

  /// How many checks hold.
  package var passed: Int { checks.count { $0.verdict == .passed } }
  /// How many checks fail.
  package var failed: Int { checks.count { $0.verdict == .failed } }
}

extension ChapterReport {
  /// The remarks on checks that passed, as messages to the author.
  ///
  /// - Parameter words: The sentences in the language of the messages.
  package func warnings(_ words: (Phrase) -> String? = { $0.rawValue }) -> [Diagnostic] {
    checks.compactMap { check in
      check.remark.map {
        Diagnostic(
          .warning, at: position(of: check), $0.text(words),
          fix: check.kind == .recorded
            ? "run 'galley check --rerun' to see whether it still holds, or 'galley record' to make it again"
            : "a smaller tolerance would notice more")
      }
    }
  }

  /// The checks that failed, as messages to the author.
  ///
  /// Checks that were not reached have a cause with a message of its own, which counts them.
  package func diagnostics(_ words: (Phrase) -> String? = { $0.rawValue }) -> [Diagnostic] {
    let failed = checks.filter { $0.verdict == .failed }
    let hidden = failed.count { $0.finding == .notReached }
    let told =
      failed.contains { $0.finding != .notReached } ? failed.filter { $0.finding != .notReached } : failed
    // A program that does not compile or run is the cause.
    let cause =
      hidden == 0
      ? nil : told.firstIndex { [.compiles, .runs].contains($0.expectation) } ?? told.indices.first
    return told.enumerated().compactMap { number, check in
      guard let reason = check.reason else { return nil }
      let isCause = number == cause && told.count < failed.count
      let hiding = Wording.phrase(.hidesChecks, ["reason": reason, "count": "\(hidden)"])
      return Diagnostic(
        .error, at: position(of: check), (isCause ? hiding : reason).text(words), fix: check.fix)
    }
  }

  private func position(of check: CheckResult) -> SourcePosition {
    SourcePosition(file: path, line: check.line, utf8Column: check.column)
  }
}
