import Book
import GFM

/// The drawn diagrams of a book.
package struct Diagrams: Sendable {
  /// The SVG of each diagram, by the path of its chapter and by its block.
  var drawings: [String: [MarkdownNode.ID: String]] = [:]
  var diagnostics: [Diagnostic] = []

  static func draw(_ chapters: [Chapter], with renderer: DiagramRenderer) async -> Diagrams {
    var diagrams = Diagrams()
    await withTaskGroup(
      of: (SourcePosition, MarkdownNode.ID, Result<String, DiagramRenderer.DiagramError>).self
    ) {
      group in
      for block in chapters.flatMap(\.blocks) where block.role == .dot {
        group.addTask {
          do throws(DiagramRenderer.DiagramError) {
            return (block.position, block.id, .success(try await renderer.svg(block.code)))
          } catch {
            return (block.position, block.id, .failure(error))
          }
        }
      }
      for await (position, id, result) in group {
        switch result {
        case .success(let svg): diagrams.drawings[position.file, default: [:]][id] = svg
        case .failure(let error):
          diagrams.diagnostics.append(
            Diagnostic(.error, at: position, "the diagram cannot be drawn: \(error.message)"))
        }
      }
    }
    diagrams.diagnostics.sort { $0.position < $1.position }
    return diagrams
  }
}
