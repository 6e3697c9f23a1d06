import CCmarkGFM
import Synchronization

/// A Markdown text parsed by cmark-gfm: its tree as values, and its HTML with some nodes replaced.
///
/// cmark-gfm keeps the characters that end a text run in a global table. Two parsers at once would produce wrong HTML,
/// so every call takes one lock.
package struct MarkdownDocument: ~Copyable {
  let parser: OpaquePointer
  let root: OpaquePointer
  let options: Int32
  /// Remarks for the author on the mathematics of the text.
  package let mathRemarks: [MathRemark]
  private let text: String
  private let extensions: MarkdownExtensions

  /// Parses `text`, which may have any Unicode characters and any line endings.
  package init(_ text: String, extensions: MarkdownExtensions = .chapter) {
    var text = text
    var remarks: [MathRemark] = []
    let hasDelimiters = extensions.contains(.math) && MathDelimiters.mayBeNeeded(in: text)
    let hasEmphasis = extensions.contains(.chinese) && CJKEmphasis.mayBeNeeded(in: text)
    if hasDelimiters || hasEmphasis {
      // The first parse finds the prose, so that nothing is replaced in code.
      let prose = MarkdownDocument(plain: text, extensions: extensions).tree.prose
      if hasDelimiters {
        let delimiters = MathDelimiters(text, prose: prose)
        text = delimiters.text
        remarks = delimiters.remarks
      }
      if hasEmphasis { text = CJKEmphasis.prepared(text, prose: prose) }
    }
    self.init(plain: text, extensions: extensions, remarks: remarks)
  }

  /// Parses a text as it is, without replacing LaTeX delimiters or stars in it first.
  private init(plain text: String, extensions: MarkdownExtensions, remarks: [MathRemark] = []) {
    let options = CMARK_OPT_UNSAFE | (extensions.contains(.footnotes) ? CMARK_OPT_FOOTNOTES : 0)
    let parsed = cmarkLock.withLock { _ in
      cmark_gfm_core_extensions_ensure_registered()
      guard let parser = cmark_parser_new(options) else { fatalError("cmark-gfm is out of memory") }
      if extensions.contains(.chinese) {
        cmark_parser_attach_syntax_extension(parser, BoundedAutolink.syntaxExtension)
      }
      // The extension for tables lets no extension after it open a block below a paragraph.
      if extensions.contains(.math) {
        cmark_parser_attach_syntax_extension(parser, DisplayMath.syntaxExtension)
      }
      if extensions.contains(.github) {
        for name in ["table", "strikethrough", "autolink", "tagfilter", "tasklist"] {
          cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
        }
      }
      if extensions.contains(.math) {
        cmark_parser_attach_syntax_extension(parser, InlineMath.syntaxExtension)
      }
      if extensions.contains(.references) {
        cmark_parser_set_backslash_ispunct_func(parser) { sign in
          switch UInt8(bitPattern: sign) {
          case UInt8(ascii: "@"): 0
          case 33...47, 58...64, 91...96, 123...126: 1
          default: 0
          }
        }
      }
      InlineMath.remarks = []
      var text = text
      text.withUTF8 { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
      guard let root = cmark_parser_finish(parser) else { fatalError("cmark-gfm is out of memory") }
      if extensions.contains(.chinese) { CJKEmphasis.apply(below: root) }
      var remarks = InlineMath.remarks
      if extensions.contains(.math) {
        CodeInHTML.restore(below: root)
        MathParagraphs.split(below: root)
        remarks += HTMLMath.remarks(below: root)
      }
      return Parsed(parser: parser, root: root, remarks: remarks)
    }
    parser = parsed.parser
    root = parsed.root
    mathRemarks = (remarks + parsed.remarks).sorted { $0.line < $1.line }
    self.options = options
    self.extensions = extensions
    self.text = text
  }

  /// The objects of cmark-gfm. Only the document that owns them uses them.
  private struct Parsed: @unchecked Sendable {
    var parser: OpaquePointer
    var root: OpaquePointer
    var remarks: [MathRemark]
  }

  deinit {
    cmark_node_free(root)
    cmark_parser_free(parser)
  }

  /// The document as a tree of values.
  package var tree: MarkdownNode {
    let tree = cmarkLock.withLock { _ in
      var count = 0
      var tree = MarkdownNode(root, count: &count)
      if extensions.contains(.math) { tree.readFormulasInHTML(count: &count) }
      return tree
    }
    return InlinePlaces.located(tree, in: text)
  }

  /// The HTML of cmark-gfm with the substituted nodes.
  ///
  /// Consumes the document, because a substitution changes the tree of cmark-gfm.
  ///
  /// - Parameters:
  ///   - prefix: The beginning of the anchors of footnotes.
  ///   - backLinkName: The name of the links from footnotes back to the text; cmark-gfm names them in English.
  package consuming func html(
    substituting substitutions: [MarkdownNode.ID: Substitution] = [:], notes prefix: String = "",
    backLinkName: String? = nil
  ) -> String {
    var html = cmarkLock.withLock { _ in
      apply(substitutions)
      return render(root)
    }
    guard let notes = html.firstRange(ofBytes: "<section class=\"footnotes\"") else { return html }
    if let backLinkName {
      html = html.replacing(
        /(data-footnote-backref[^>]* aria-label=)"[^"]*"/, subrange: notes.lowerBound..<html.endIndex
      ) {
        "\($0.1)\"\(escapeHTML(backLinkName))\""
      }
    }
    return prefix.isEmpty ? html : html.replacing(/(href="#|id=")(?=fn(?:ref)?-)/) { $0.1 + prefix }
  }

  /// The HTML inside the only paragraph of the document; nil when the document holds anything else.
  package consuming func inlineHTML(substituting substitutions: [MarkdownNode.ID: Substitution]) -> String? {
    cmarkLock.withLock { _ in
      guard let paragraph = cmark_node_first_child(root), cmark_node_next(paragraph) == nil,
        cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH
      else { return nil }
      apply(substitutions)
      return renderChildren(of: paragraph)
    }
  }

  private func apply(_ substitutions: [MarkdownNode.ID: Substitution]) {
    let nodes = nodesInOrder(below: root)
    // Goes from the last node to the first, so that a node is replaced before its parent is rendered.
    for (id, substitution) in substitutions.sorted(by: { $0.key > $1.key }) where id.number < nodes.count {
      apply(substitution, to: nodes[id.number])
    }
  }
}

extension MarkdownDocument {
  /// Runs `body` while no document is parsed or rendered.
  package static func exclusively<Result>(_ body: () -> sending Result) -> sending Result {
    cmarkLock.withLock { _ in body() }
  }
}

private let cmarkLock = Mutex(())
