import Book
import Caching
import Dispatch
import Foundation
import Synchronization

/// Renders the bodies of all chapters, as many at once as the machine has cores.
struct ParallelBodies: Sendable {
  var settings: BookSettings
  var results: [ChapterResult]
  var index: BookIndex
  var katex: KaTeXFiles
  var cache: ContentCache?
  var diagrams: Diagrams
  /// What was rendered before.
  var rendered: RenderedChapters

  /// The bodies, in the order of the book.
  func render() -> [BodyRenderer.Body] {
    let references = BookReferences(settings, results, index)
    let bodies = Mutex<[Int: BodyRenderer.Body]>([:])
    let next = Mutex(0)
    let threads = min(results.count, ProcessInfo.processInfo.activeProcessorCount)
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      // A typesetter belongs to one thread.
      let formulas = FormulaTypesetter(files: katex, cache: cache)
      while true {
        let chapter = next.withLock { next in
          defer { next += 1 }
          return next
        }
        guard results.indices.contains(chapter) else { return }
        let body = body(of: chapter, references, formulas)
        bodies.withLock { $0[chapter] = body }
      }
    }
    return bodies.withLock { bodies in results.indices.compactMap { bodies[$0] } }
  }

  private func body(
    of chapter: Int, _ references: BookReferences, _ formulas: FormulaTypesetter
  ) -> BodyRenderer.Body {
    let result = results[chapter]
    let drawings = diagrams.drawings[result.chapter.path] ?? [:]
    return rendered.body(of: result, references, diagrams: drawings) {
      let checks = result.report.checks.enumerated().map { NumberedCheck(number: $0 + 1, result: $1) }
      return BodyRenderer.body(
        of: result, at: chapter, checks: checks, index: index, formulas: formulas,
        highlighter: SwiftHighlighter(cache: cache), diagrams: drawings)
    }
  }
}
