import ArgumentParser
import Book
import Checks
import Foundation

/// `galley accept`
struct AcceptCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Write the computed numbers into the failed checks.",
    discussion: """
      Shows every difference and asks before it writes. Numbers keep their precision. The command does not change \
      tolerances, prose, or a check whose value is not a number or has another shape. It skips a chapter that changed \
      in the meantime.
      """)

  @OptionGroup var book: BookOptions
  @OptionGroup var options: RunOptions

  @Flag(name: .shortAndLong, help: "Write without asking.")
  var yes = false

  func run() async throws {
    let workshop = Workshop(book, options)
    let files = workshop.chapterFiles()
    let examined = try await workshop.examine(showsFailures: false)
    var edits: [String: [ExpectationEdit]] = [:]
    var isRefused = false
    for result in examined.results {
      let acceptance = Acceptance(of: result.plan, record: result.record)
      isRefused = isRefused || !acceptance.refusals.isEmpty
      if !acceptance.edits.isEmpty { edits[result.chapter.path] = acceptance.edits }
      workshop.printer.show(
        acceptance.refusals.map {
          Diagnostic(.error, at: $0.position, $0.reason, fix: "edit this check by hand")
        })
    }
    // Only these three kinds can be rewritten. Failures of other kinds are reported as in 'galley check'.
    let comments: Set<CheckResult.Kind> = [.approximate, .equal, .prints]
    for chapter in examined.report.chapters {
      var other = chapter
      other.checks.removeAll { comments.contains($0.kind) }
      isRefused = isRefused || other.failed > 0
      workshop.printer.show(other.diagnostics())
    }

    let all = examined.results.flatMap { edits[$0.chapter.path] ?? [] }
    guard !all.isEmpty else {
      print(
        examined.report.failed == 0 ? "every check holds" : "'galley accept' cannot rewrite the failed checks"
      )
      if examined.report.failed > 0 { throw ExitCode.failedCheck }
      return
    }
    print(DifferenceText.text(of: all))
    guard yes || isConfirmed(all.count) else {
      print("nothing was written")
      throw ExitCode.failedCheck
    }
    try write(edits, to: files, workshop)
    if isRefused { throw ExitCode.failedCheck }
  }

  private func isConfirmed(_ count: Int) -> Bool {
    FileHandle.standardOutput.write(Data("write all \(count)? [y/N] ".utf8))
    return ["y", "yes"].contains(readLine()?.lowercased() ?? "")
  }

  private func write(
    _ edits: [String: [ExpectationEdit]], to files: [String: ChapterFile], _ workshop: Workshop
  ) throws {
    var problems: [Diagnostic] = []
    for path in edits.keys.sorted() {
      let place = SourcePosition(file: path, line: 1)
      do throws(ChapterFile.WritingError) {
        guard let file = files[path] else { throw .changed }
        try file.write(edits[path] ?? [])
        print("\(path): \(edits[path]?.count ?? 0) written")
      } catch {
        switch error {
        case .changed:
          problems.append(
            Diagnostic(
              .error, at: place, "the chapter changed during the run, so nothing was written to it",
              fix: "run 'galley accept' again"))
        case .notWritable(let reason):
          problems.append(
            Diagnostic(
              .error, at: place, "the chapter cannot be written: \(reason)", fix: "make the file writable"))
        }
      }
    }
    workshop.printer.show(problems)
    if !problems.isEmpty { throw ExitCode.invalidInput }
  }
}
