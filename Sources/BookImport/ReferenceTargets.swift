/// The targets of references and links in a foreign book.
struct ReferenceTargets {
  /// A translated chapter.
  struct Page {
    /// The new file, such as `03-loss.md`.
    var file: String
    /// The path in the foreign book.
    var source: String
    var text: String
    /// The names that references may use.
    var anchors: Set<String>
  }

  /// The new file of each chapter, keyed by its path in the foreign book.
  private(set) var files: [String: String] = [:]
  /// The new file that contains each anchor.
  private(set) var anchors: [String: String] = [:]
  /// The new file that contains each labelled formula.
  private(set) var equations: [String: String] = [:]
  /// The anchors of each new file; nil if they are not known.
  private let anchorsOfPages: [String: Set<String>]?

  /// - Parameter anchorsOfPage: Returns the anchors of the page that is made from Markdown; nil if they are not known.
  init(_ pages: [Page], anchorsOfPage: ((_ markdown: String) -> Set<String>)?) {
    var anchorsOfPages: [String: Set<String>] = [:]
    for page in pages {
      files[page.source] = page.file
      let present = anchorsOfPage?(page.text)
      anchorsOfPages[page.file] = present
      for anchor in page.anchors where anchors[anchor] == nil && present?.contains(anchor) != false {
        anchors[anchor] = page.file
      }
      for line in page.text.split(separator: "\n") where line.hasSuffix("}") {
        if let match = line.firstMatch(of: /\$\$[.,;:。，；]? \{#(eq-[\w-]+)\}/) {
          equations[String(match.1)] = page.file
        }
      }
    }
    self.anchorsOfPages = anchorsOfPage == nil ? nil : anchorsOfPages
  }

  /// The new file of the chapter at a path, with or without a file extension.
  func chapter(_ path: String) -> String? {
    if let file = files[path] { return file }
    var stem = path[...]
    for ending in [".html", ".md", ".qmd", ".ipynb", ".markdown"] where path.hasSuffix(ending) {
      stem = path.dropLast(ending.count)
      break
    }
    for ending in ["", ".md", ".qmd", ".ipynb", ".markdown", "/index.md", "/README.md", "/index.qmd"] {
      if let file = files[path + ending] ?? files[stem + ending] { return file }
    }
    return nil
  }

  /// Whether a page has an anchor, as far as that is known.
  func hasAnchor(_ anchor: String, in file: String) -> Bool {
    guard let anchorsOfPages else { return true }
    return anchorsOfPages[file]?.contains(anchor) == true || equations[anchor] == file
  }
}
