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
    let bodies = render(Array(results.indices), threads: ProcessInfo.processInfo.activeProcessorCount)
    return results.indices.compactMap { bodies[$0] }
  }

  /// The bodies of some chapters, by their places.
  func render(_ chapters: [Int], threads: Int) -> [Int: BodyRenderer.Body] {
    let references = BookReferences(settings, results, index)
    let bodies = Mutex<[Int: BodyRenderer.Body]>([:])
    let waiting = Mutex(chapters[...])
    DispatchQueue.concurrentPerform(iterations: min(chapters.count, threads)) { _ in
      // A typesetter belongs to one thread.
      let formulas = FormulaTypesetter(files: katex, cache: cache)
      while let chapter = waiting.withLock({ $0.popFirst() }) {
        let body = body(of: chapter, references, formulas)
        bodies.withLock { $0[chapter] = body }
      }
    }
    return bodies.withLock { $0 }
  }

  private func body(
    of chapter: Int, _ references: BookReferences, _ formulas: FormulaTypesetter
  ) -> BodyRenderer.Body {
    let result = results[chapter]
    let drawings = diagrams.drawings[result.chapter.path] ?? [:]
    return rendered.body(of: result, references, diagrams: drawings) {
      BodyRenderer.body(
        of: result, at: chapter, index: index, formulas: formulas,
        highlighter: SwiftHighlighter(cache: cache), diagrams: drawings)
    }
  }
}
