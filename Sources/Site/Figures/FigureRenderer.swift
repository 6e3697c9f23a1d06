import Book
import GFM

/// Drawings and tables with their numbers and captions.
enum FigureRenderer {
  /// A figure with its caption; `id` is what links to it say.
  static func html(
    _ content: String, id: String?, caption: Numbering.Caption?, words: String?,
    captionHTML: [String: String], file: FigureFile?, className: String? = nil
  ) -> String {
    let number =
      caption.map { "<span class=\"figure-number\">\($0.kind.rawValue) \($0.number).</span> " } ?? ""
    let text = number + (words.map { captionHTML[$0] ?? escapeHTML($0) } ?? "")
    let name =
      [caption.map { "\($0.kind.rawValue) \($0.number)" }, words.map(plain)].compactMap { $0 }.first
      ?? "the figure"
    let captionHTML =
      text.isEmpty && file == nil
      ? "" : "<figcaption>\(text)\(file.map { links(to: $0, name: name) } ?? "")</figcaption>"
    let attributes =
      (id.map { " id=\"\($0)\"" } ?? "") + (className.map { " class=\"\($0)\"" } ?? "")
    return "<figure\(attributes)>\(content)\(captionHTML)</figure>"
  }

  /// A diagram, with its words for those who cannot see it.
  static func diagram(_ block: Block, svg: String, number: String, captionHTML: [String: String]) -> String {
    let alternative = block.options.figureAlternative ?? block.options.figureCaption.map(plain) ?? "Diagram"
    return html(
      "<div role=\"img\" aria-label=\"\(escapeHTML(alternative))\">\(svg)</div>", id: block.options.label,
      caption: number.isEmpty ? nil : Numbering.Caption(kind: .figure, number: number),
      words: block.options.figureCaption, captionHTML: captionHTML, file: nil, className: "diagram")
  }

  /// A caption without its Markdown, for those who hear it.
  private static func plain(_ words: String) -> String { MarkdownDocument(words).tree.plainText }

  private static func links(to file: FigureFile, name: String) -> String {
    let data =
      file.data.isEmpty
      ? ""
      : "<a href=\"\(file.dataPath)\" download>data<span class=\"unseen\"> of \(escapeHTML(name))</span></a> "
    return """
       <span class="figure-files">\(data)<a href="\(file.svgPath)">svg\
      <span class="unseen"> of \(escapeHTML(name))</span></a></span>
      """
  }
}
