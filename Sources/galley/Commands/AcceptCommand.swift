import ArgumentParser
import Book
import Checks
import Foundation

/// `galley accept`
struct AcceptCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Write the numbers that the code gives into the failed checks.",
    discussion: """
      Shows every difference and asks before it writes. Each number is written to the precision that it had; \
      tolerances and prose stay as they are, and so does a check whose value has another shape or is no number. \
      A chapter that was changed in the meantime is left alone.
      """)

  @OptionGroup var book: BookOptions

  @Flag(name: .shortAndLong, help: "Write without asking.")
  var yes = false

  func run() async throws {
    let workshop = Workshop(book)
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
          Diagnostic(.error, at: $0.position, $0.reason, fix: "this check is left as it is")
        })
    }
    // What failed without a number to write is told as 'galley check' tells it.
    let comments: Set<CheckResult.Kind> = [.approximate, .equal, .prints]
    for chapter in examined.report.chapters {
      var other = chapter
      other.checks.removeAll { comments.contains($0.kind) }
      isRefused = isRefused || other.failed > 0
      workshop.printer.show(other.diagnostics)
    }

    let all = examined.results.flatMap { edits[$0.chapter.path] ?? [] }
    guard !all.isEmpty else {
      print(examined.report.failed == 0 ? "every check holds" : "there is nothing that could be accepted")
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
    FileHandle.standardOutput.write(Data("write \(count) of them? [y/N] ".utf8))
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
              .error, at: place, "the chapter was changed while it was run, and nothing was written to it",
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
