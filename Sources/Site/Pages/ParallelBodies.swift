import Book
import Caching
import Dispatch
import Foundation
import GFM
import Synchronization

/// Renders the bodies of all chapters on all cores.
struct ParallelBodies: Sendable {
  var settings: BookSettings
  var results: [ChapterResult]
  var index: BookIndex
  var katex: KaTeXFiles
  var cache: ContentCache?
  var diagrams: Diagrams
  /// Whether the site has a page with the whole book.
  var hasWholeBook: Bool
  /// Keeps the bodies of unchanged chapters between builds.
  var session: Session

  /// The bodies, in the order of the book.
  func render() -> [BodyRenderer.Body] {
    let references = BookReferences(settings, results, index)
    let bodies = Mutex<[Int: BodyRenderer.Body]>([:])
    let waiting = Mutex(results.indices)
    let threads = min(results.count, ProcessInfo.processInfo.activeProcessorCount)
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      // Each thread must have its own typesetter.
      let formulas = FormulaTypesetter(files: katex, cache: cache)
      while let chapter = waiting.withLock({ $0.popFirst() }) {
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
    let input = BodyInput(
      result: result, references: references, diagrams: drawings, hasWholeBook: hasWholeBook)
    return session.last("body \(result.chapter.path)", from: input, isLasting: \.isSelfContained) {
      BodyRenderer.body(
        of: result, at: chapter, index: index, formulas: formulas,
        highlighter: SwiftHighlighter(cache: cache), diagrams: drawings, hasWholeBook: hasWholeBook)
    }
  }
}

/// The input that a self-contained body is made from.
private struct BodyInput: Equatable {
  var result: ChapterResult
  var references: BookReferences
  var diagrams: [MarkdownNode.ID: String]
  var hasWholeBook: Bool
}

extension BodyRenderer.Body {
  /// Whether the body depends only on its `BodyInput`. Diagnostics, attached files and links to lines of code in other
  /// chapters can change although the input is the same.
  fileprivate var isSelfContained: Bool { diagnostics.isEmpty && files.isEmpty && !showsLinesElsewhere }
}
