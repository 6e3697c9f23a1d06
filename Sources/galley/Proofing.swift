import Book
import Foundation
import Preview
import Site
import Synchronization

/// Keeps a preview in step with the book's folder.
struct Proofing {
  let workshop: Workshop
  let state: PreviewState
  private let shown = ShownChapters()

  /// Builds, and builds again after every change, until the task is cancelled. A change cancels the running build, so
  /// that a block that never ends does not block the preview.
  func follow() async {
    let watch = FolderWatch(folders: [workshop.folder.path] + workshop.watchedSources)
    var snapshot = watch.snapshot()
    while !Task.isCancelled {
      let building = Task { await build() }
      guard let changed = await watch.change(from: snapshot) else {
        building.cancel()
        return
      }
      building.cancel()
      await building.value
      snapshot = changed
    }
  }

  private func build() async {
    let start = ContinuousClock.now
    let (files, problems) = await proof()
    if Task.isCancelled { return }
    state.show(files: files, problems: problems.map(\.description))
    workshop.printer.show(problems)
    let seconds = String(format: "%.2f", (ContinuousClock.now - start) / .seconds(1))
    Terminal.standardError.write(
      files == nil ? "not built after \(seconds) s; the pages are unchanged" : "built in \(seconds) s")
  }

  /// The files of the site, nil if it cannot be built, and all problems.
  private func proof() async -> (files: [String: Data]?, problems: [Diagnostic]) {
    do {
      let (diagnostics, examined) = try await workshop.attempt(names: .earlierBuild)
      guard let examined else { return (nil, diagnostics) }
      let problems = diagnostics + workshop.messages(of: examined)
      guard examined.isWhole, !Task.isCancelled else { return (nil, problems) }
      let draft = workshop.siteBuilder.draft(
        of: examined.book.settings, examined.results, report: examined.report,
        materials: try examined.materials.get())
      guard draft.isSound else { return (nil, problems + draft.diagnostics) }
      // Show the changed chapters first, because the author waits for them. All other pages follow a moment later.
      let changed = shown.change(to: examined.results)
      if !changed.isEmpty {
        state.show(early: draft.pages(ofChapters: changed), problems: problems.map(\.description))
      }
      return (try draft.pages().files, problems)
    } catch {
      let place = SourcePosition(file: workshop.folder.name, line: 1)
      return (nil, [Diagnostic(.error, at: place, "the book cannot be built: \(error)")])
    }
  }
}

/// The chapters that the preview shows.
private final class ShownChapters: Sendable {
  private let results = Mutex<[String: ChapterResult]>([:])

  /// Stores the new results and returns the paths of changed chapters; empty on the first build.
  func change(to new: [ChapterResult]) -> Set<String> {
    results.withLock { results in
      let isFirst = results.isEmpty
      let changed = new.filter { results[$0.chapter.path] != $0 }.map(\.chapter.path)
      results = Dictionary(new.map { ($0.chapter.path, $0) }) { first, _ in first }
      return isFirst ? [] : Set(changed)
    }
  }
}
