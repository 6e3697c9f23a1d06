/// The targets of references and links in a foreign book.
struct ReferenceTargets {
  /// A translated chapter.
  struct Page {
    /// The new file, such as `03-loss.md`.
    var file: String
    /// The path in the foreign book.
    var source: String
    var title: String
    var text: String
    /// The names that references may use.
    var anchors: Set<String>
    /// The names that stand for the whole chapter.
    var namesOfChapter: Set<String>
    /// The words that references to a name show.
    var titles: [String: String] = [:]
  }

  /// The new file of each chapter, keyed by its path in the foreign book.
  private(set) var files: [String: String] = [:]
  /// The new file that contains each anchor.
  private(set) var anchors: [String: String] = [:]
  /// The names that stand for whole chapters.
  private var namesOfChapters: Set<String> = []
  /// The titles of the chapters and sections that the anchors name.
  private(set) var titles: [String: String] = [:]
  let equations: EquationLabels
  /// The anchors of each new file; nil if they are not known.
  private let anchorsOfPages: [String: Set<String>]?

  /// - Parameter anchorsOfPage: Returns the anchors of the page that is made from Markdown; nil if they are not known.
  init(_ pages: [Page], equations: EquationLabels, anchorsOfPage: ((_ markdown: String) -> Set<String>)?) {
    self.equations = equations
    var anchorsOfPages: [String: Set<String>] = [:]
    for page in pages {
      files[page.source] = page.file
      let present = anchorsOfPage?(page.text)
      anchorsOfPages[page.file] = present
      for anchor in page.anchors where anchors[anchor] == nil && present?.contains(anchor) != false {
        anchors[anchor] = page.file
      }
      for name in page.namesOfChapter where namesOfChapters.insert(name).inserted {
        anchors[name] = page.file
        titles[name] = page.title
      }
      titles.merge(page.titles) { first, _ in first }
      for (name, title) in Self.sections(page.text) where titles[name] == nil { titles[name] = title }
    }
    self.anchorsOfPages = anchorsOfPage == nil ? nil : anchorsOfPages
  }

  /// The titles of the sections whose headings follow their anchors or have them.
  private static func sections(_ text: String) -> [(name: String, title: String)] {
    var sections: [(String, String)] = []
    var names: [String] = []
    for line in text.split(separator: "\n") where line.hasContent {
      if line.begins(with: "<"), let anchor = line.wholeMatch(of: /\s*<a id="([^"]*)"><\/a>\s*/) {
        names.append(String(anchor.1))
      } else {
        if line.hasPrefix("#"),
          let heading = line.wholeMatch(of: /#{1,6}\s+(.*?)(?:\s*\{#([^}]*)\})?\s*#*\s*/)
        {
          sections += (names + (heading.2.map { [String($0)] } ?? [])).map { ($0, String(heading.1)) }
        }
        names = []
      }
    }
    return sections
  }

  /// The address of an anchor of the book, seen from `file`; nil if no chapter has the anchor.
  func address(of anchor: String, from file: String) -> String? {
    guard let holder = anchors[anchor] else { return nil }
    if namesOfChapters.contains(anchor) { return holder }
    return (holder == file ? "" : holder) + "#" + anchor
  }

  /// The reference of Galley that a reference to a chapter becomes: `03-loss.md` is `@sec-loss`.
  func chapterReference(_ anchor: String) -> String? {
    guard namesOfChapters.contains(anchor), let file = anchors[anchor],
      let match = file.wholeMatch(of: /[0-9]+-(.*)\.md/)
    else { return nil }
    return "@sec-" + match.1
  }

  /// The new file of the chapter at a path, with or without a file extension.
  func chapter(_ path: String) -> String? {
    if let file = files[path] { return file }
    var stem = path[...]
    for ending in [".html", ".md", ".qmd", ".Rmd", ".ipynb", ".markdown"] where path.hasSuffix(ending) {
      stem = path.dropLast(ending.count)
      break
    }
    for ending in ["", ".md", ".qmd", ".Rmd", ".ipynb", ".markdown", "/index.md", "/README.md", "/index.qmd"]
    {
      if let file = files[path + ending] ?? files[stem + ending] { return file }
    }
    return nil
  }

  /// The address of a heading, seen from `file`, which need not be named as a target. bookdown refers to such headings.
  func heading(_ anchor: String, from file: String) -> String? {
    guard let anchorsOfPages else { return nil }
    if anchorsOfPages[file]?.contains(anchor) == true { return "#" + anchor }
    return anchorsOfPages.sorted { $0.key < $1.key }.first { $0.value.contains(anchor) }.map {
      $0.key + "#" + anchor
    }
  }

  /// The anchor of a page that differs only in its capital letters.
  func similarAnchor(_ anchor: String, in file: String) -> String? {
    anchorsOfPages?[file]?.sorted().first { $0.lowercased() == anchor.lowercased() }
  }

  /// Whether a page has an anchor, as far as that is known.
  func hasAnchor(_ anchor: String, in file: String) -> Bool {
    guard let anchorsOfPages else { return true }
    return anchorsOfPages[file]?.contains(anchor) == true || equations.files[anchor] == file
  }
}
