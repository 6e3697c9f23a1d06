import Foundation

/// A Jupyter notebook as Markdown: its words, its code as listings, and what the code gave when it ran last.
struct NotebookText {
  private(set) var markdown = ""
  /// The pictures of outputs and attachments, by the paths that `markdown` shows.
  private(set) var pictures: [String: Data] = [:]
  /// The names that the notebook gives to pictures for other chapters, with their paths.
  private(set) var glued: [String: String] = [:]
  /// The media types of outputs that are left out.
  private(set) var leftOut: [String] = []

  private let path: String

  /// Reads a notebook; nil when the data is not a notebook.
  ///
  /// - Parameter path: The path of the notebook, which gives the pictures their names.
  init?(_ data: Data, path: String) {
    guard let notebook = try? JSONDecoder().decode(Notebook.self, from: data) else { return nil }
    self.path = path
    let language =
      notebook.metadata?.language_info?.name ?? notebook.metadata?.kernelspec?.language ?? "python"
    markdown = notebook.cells.flatMap { cell -> [String] in
      let text = cell.source.text
      let hasText = text.contains { !$0.isWhitespace }
      switch cell.cell_type {
      case "markdown": return hasText ? [attached(cell.attachments ?? [:], in: text)] : []
      case "code":
        let tags = (cell.metadata?.tags ?? []).map { $0.replacing("_", with: "-") }
        let outputs = (cell.outputs ?? []).map { shown($0) }.flatMap(\.self)
        if tags.contains("remove-cell") { return [] }
        return (hasText && !tags.contains("remove-input") ? [Self.fenced(text, language)] : [])
          + (tags.contains("remove-output") ? [] : outputs)
      default: return []
      }
    }.joined(separator: "\n\n")
  }

  /// The text of a cell with the paths of its attachments.
  private mutating func attached(_ attachments: [String: [String: Notebook.Source]], in text: String)
    -> String
  {
    var text = text
    for (name, types) in attachments.sorted(by: { $0.key < $1.key }) {
      guard let (file, _) = picture(in: types, prefix: "") else { continue }
      for written in Set([name, ChapterTranslator.encoded(name)]) {
        text = text.replacing("attachment:\(written)", with: file)
      }
    }
    return text
  }

  private mutating func shown(_ output: Notebook.Output) -> [String] {
    if output.output_type == "stream" { return listing(output.text?.text ?? "") }
    if output.output_type == "error" { return listing("\(output.ename ?? ""): \(output.evalue ?? "")") }
    let data = output.data ?? [:]
    let prefix = "application/papermill.record/"
    if let name = output.glueName,
      let (file, path) = picture(in: data, prefix: prefix) ?? picture(in: data, prefix: "")
    {
      glued[name] = path
      return data.keys.contains { $0.hasPrefix(prefix) } ? [] : ["![](\(file))"]
    }
    if let (file, _) = picture(in: data, prefix: "") { return ["![](\(file))"] }
    for type in ["text/markdown", "text/latex"] {
      if let text = data[type]?.text { return [text] }
    }
    if let text = data["text/plain"]?.text { return listing(text) }
    leftOut += data.keys.filter { !$0.hasPrefix(prefix) }.sorted()
    return []
  }

  /// Keeps the picture in an output; returns the name beside the notebook and the path from the folder of the book.
  private mutating func picture(in data: [String: Notebook.Source], prefix: String) -> (
    file: String, path: String
  )? {
    for (type, ending) in [
      ("image/png", "png"), ("image/jpeg", "jpg"), ("image/gif", "gif"), ("image/svg+xml", "svg"),
    ] {
      guard let text = data[prefix + type]?.text else { continue }
      guard
        let bytes = ending == "svg"
          ? Data(text.utf8) : Data(base64Encoded: text, options: .ignoreUnknownCharacters)
      else { continue }
      let stem = (path as NSString).deletingPathExtension
      let picture = "\(stem)-picture-\(pictures.count + 1).\(ending)"
      pictures[picture] = bytes
      return (ChapterTranslator.encoded((picture as NSString).lastPathComponent), picture)
    }
    return nil
  }

  /// A text as a listing, without the colours of a terminal.
  private func listing(_ text: String) -> [String] {
    let plain = text.replacing(/\x{1B}\[[0-9;]*[A-Za-z]/, with: "").replacing(/\n+$/, with: "")
    return plain.contains { !$0.isWhitespace } ? [Self.fenced(plain, "text")] : []
  }

  private static func fenced(_ text: String, _ language: String) -> String {
    let longest = text.matches(of: /`{3,}/).map(\.0.count).max() ?? 3
    let mark = String(repeating: "`", count: longest + 1)
    return "\(mark)\(language)\n\(text)\n\(mark)"
  }
}
