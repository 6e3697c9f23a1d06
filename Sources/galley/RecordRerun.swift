import Book
import Checks
import Plan
import Runner

/// Makes all records of a book again, and compares them with the saved ones.
struct RecordRerun {
  var workshop: Workshop
  var settings: BookSettings
  var dataFolder: String?

  /// An error for each record that cannot be made again, or that differs by more than it declares.
  func differences(among plans: [BuildPlan]) async throws -> [Diagnostic] {
    let runner = try await workshop.runner(for: settings, isFresh: true)
    let recording = plans.filter(runner.usesRecords)
    let display = ProgressDisplay(chapters: recording.count)
    defer { display.end() }
    var diagnostics: [Diagnostic] = []
    for plan in recording {
      let (record, folder, made) = try await runner.makeRecords(of: plan, dataFolder: dataFolder) {
        display.note($0, of: plan)
      }
      diagnostics += record.problems
      for (name, file) in folder.files.sorted(by: { $0.key < $1.key }) {
        let difference: String?
        if let new = made[name] {
          difference = file.map { $0.difference(from: new) } ?? "the record is damaged"
        } else {
          difference = record.isComplete ? "no block makes this record any more" : nil
        }
        if let difference {
          diagnostics.append(
            Diagnostic(
              .error, at: SourcePosition(file: "\(folder.path)/\(name).json", line: 1), difference,
              fix: "find out why, then make the record again with 'galley record'"))
        }
      }
    }
    return diagnostics
  }
}
