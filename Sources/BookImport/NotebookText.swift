import Foundation

/// Converts a Jupyter notebook to Markdown, with its code as listings.
enum NotebookText {
  private struct Notebook: Decodable {
    struct Cell: Decodable {
      var cell_type: String
      var source: Source
    }

    /// A string or a list of lines.
    enum Source: Decodable {
      case text(String)

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let lines = try? container.decode([String].self) {
          self = .text(lines.joined())
        } else {
          self = .text(try container.decode(String.self))
        }
      }

      var text: String { if case .text(let text) = self { text } else { "" } }
    }

    struct Metadata: Decodable {
      struct Kernel: Decodable { var language: String? }
      struct Language: Decodable { var name: String? }
      var kernelspec: Kernel?
      var language_info: Language?
    }

    var cells: [Cell]
    var metadata: Metadata?
  }

  /// The Markdown of a notebook; nil when the data is not a notebook.
  static func markdown(_ data: Data) -> String? {
    guard let notebook = try? JSONDecoder().decode(Notebook.self, from: data) else { return nil }
    let language =
      notebook.metadata?.language_info?.name ?? notebook.metadata?.kernelspec?.language ?? "python"
    return notebook.cells.compactMap { cell in
      let text = cell.source.text
      if text.allSatisfy(\.isWhitespace) { return nil }
      switch cell.cell_type {
      case "markdown": return text
      case "code": return "````\(language)\n\(text)\n````"
      default: return nil
      }
    }.joined(separator: "\n\n")
  }
}
