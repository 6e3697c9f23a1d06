import Book
import Events
import GFM

/// Shows drawings and tables with their numbers and captions.
enum FigureRenderer {
  /// A figure with its caption. `id` is the anchor for links to the figure. A preview shows the file of the figure.
  static func html(
    _ content: String, id: String?, caption: Numbering.Caption?, words: String?,
    captionHTML: [String: String], file: FigureFile?, className: String? = nil,
    interface: Words, rendition: Rendition
  ) -> String {
    let name = caption.map { interface.text($0.kind.word, ["number": $0.number]) }
    let number =
      name.map { "<span class=\"figure-number\">\(escapeHTML($0 + interface[.captionEnd]))</span> " } ?? ""
    let text = number + (words.map { captionHTML[$0] ?? escapeHTML($0) } ?? "")
    if rendition == .preview, let file { return "<img src=\"\(file.svgPath)\" alt=\"\"><p>\(text)</p>" }
    let heard = name ?? words.map(plain) ?? interface[.aFigure]
    let captionHTML =
      text.isEmpty && file == nil
      ? "" : "<figcaption>\(text)\(file.map { links(to: $0, name: heard, interface) } ?? "")</figcaption>"
    let attributes =
      (id.map(rendition.id) ?? "") + (className.map { " class=\"\($0)\"" } ?? "")
    return "<figure\(attributes)>\(content)\(captionHTML)</figure>"
  }

  /// A diagram with its text alternative for screen readers.
  static func diagram(
    _ block: Block, svg: String, number: String, captionHTML: [String: String], interface: Words,
    rendition: Rendition
  ) -> String {
    let alternative =
      block.options.figureAlternative ?? block.options.figureCaption.map(plain) ?? interface[.aDiagram]
    return html(
      "<div role=\"img\" aria-label=\"\(escapeHTML(alternative))\">\(rendition.drawing(svg))</div>",
      id: block.options.label,
      caption: number.isEmpty ? nil : Numbering.Caption(kind: .figure, number: number),
      words: block.options.figureCaption, captionHTML: captionHTML, file: nil, className: "diagram",
      interface: interface, rendition: rendition)
  }

  /// An image that a block has made. Its text for those who cannot see it is its own, or the caption.
  static func image(_ image: ImageValue, caption: String?, _ interface: Words) -> String {
    let text = image.alternative.isEmpty ? caption.map(plain) ?? interface[.aFigure] : image.alternative
    return "<img src=\"\(image.address)\" alt=\"\(escapeHTML(text))\">"
  }

  /// The plain text of a caption, for screen readers.
  private static func plain(_ words: String) -> String { MarkdownDocument(words).tree.plainText }

  private static func links(to file: FigureFile, name: String, _ words: Words) -> String {
    let ofFigure = "<span class=\"unseen\">\(escapeHTML(words.text(.ofFigure, ["name": name])))</span>"
    let data =
      file.data.isEmpty
      ? ""
      : "<a href=\"\(file.dataPath)\" download>\(escapeHTML(words[.data]))\(ofFigure)</a> "
        + "<a href=\"\(file.jsonPath)\" download>json\(ofFigure)</a> "
    return """
       <span class="figure-files">\(data)<a href="\(file.svgPath)">svg\(ofFigure)</a></span>
      """
  }
}
