import Foundation
import Yams

/// The table of contents of a folder of Markdown files, for tools whose books have no file of settings that is always
/// there: GitBook, docsify, MkDocs, and Sphinx with MyST or d2lbook.
struct ListedContents {
  private(set) var title: String?
  /// The listed files in order, relative to the folder, whether they exist or not.
  private(set) var chapters: [String] = []
  /// The titles in the list, keyed by the files.
  private(set) var titles: [String: String] = [:]
  private let files: SourceFolder

  init(_ files: SourceFolder) {
    self.files = files
    if let settings = files.has("mkdocs.yml") ? files.yaml("mkdocs.yml") : nil {
      title = settings["site_name"]?.scalar?.string
      let folder = settings["docs_dir"]?.scalar?.string ?? "docs"
      let list = Self.navigationFile(settings).map { SourceFolder.joined(folder, $0) }
      if let navigation = settings["nav"] {
        add(navigation, in: folder)
      } else if let list, let text = files.text(list) {
        add(linksIn: text, of: folder)
      }
      return
    }
    for (list, home) in [("SUMMARY.md", nil), ("_sidebar.md", "README.md")] where files.has(list) {
      if let home, files.has(home) { add(home, title: nil) }
      add(linksIn: files.text(list) ?? "", of: "")
      addLinkedChapters()
      addFolders()
      return
    }
    if let root = ["index.md", "README.md"].first(where: files.has) { add(treeOf: root) }
  }

  /// The plugin of MkDocs that reads the contents from a list of links names its file.
  private static func navigationFile(_ settings: Node) -> String? {
    settings["plugins"]?.sequence?.lazy.compactMap { $0["literate-nav"] }.first.map {
      $0["nav_file"]?.scalar?.string ?? "SUMMARY.md"
    }
  }

  private mutating func add(_ path: String, title: String?) {
    if !chapters.contains(path) { chapters.append(path) }
    if let title, titles[path] == nil { titles[path] = title }
  }

  /// Adds the entries of MkDocs: paths, `title: path` and `title: [entries]`.
  private mutating func add(_ node: Node, in folder: String, title: String? = nil) {
    if let path = node.scalar?.string {
      if path.hasSuffix(".md") { add(SourceFolder.joined(folder, path), title: title) }
    } else if let entries = node.sequence {
      for entry in entries { add(entry, in: folder) }
    } else {
      for (name, entry) in node.mapping ?? [:] { add(entry, in: folder, title: name.scalar?.string) }
    }
  }

  /// Adds the targets of all links of a list, such as `SUMMARY.md`.
  mutating func add(linksIn text: String, of folder: String) {
    for match in text.matches(of: /\[([^\]]*)\]\(\s*<?([^)>\s]+)>?[^)]*\)/) {
      let target = String(match.2.prefix { $0 != "#" && $0 != "?" })
      guard !target.isEmpty, target.prefixMatch(of: /[A-Za-z][A-Za-z0-9+.-]*:|\/\//) == nil else { continue }
      let path = SourceFolder.joined(folder, target.removingPercentEncoding ?? target)
      if let path = existing(path) ?? (path.hasSuffix(".md") ? path : nil) {
        add(path, title: String(match.1))
      }
    }
  }

  /// Adds the chapters that listed chapters link to, each after the first one that does. In GitBook and docsify, the
  /// page of a part often lists its chapters.
  private mutating func addLinkedChapters() {
    var known = Set(chapters)
    var index = 0
    while index < chapters.count {
      var place = index + 1
      for match in (files.text(chapters[index]) ?? "").matches(of: /\]\(\s*<?([^)>\s#?]+)/) {
        let target = String(match.1).removingPercentEncoding ?? String(match.1)
        guard target.prefixMatch(of: /[A-Za-z][A-Za-z0-9+.-]*:|\/\//) == nil,
          let path = SourceFolder.resolved(target, from: chapters[index]).flatMap(existing),
          known.insert(path).inserted
        else { continue }
        chapters.insert(path, at: place)
        place += 1
      }
      index += 1
    }
  }

  /// Adds all chapters of a folder after its `README.md` or `index.md`, if the list has this page of the folder only.
  private mutating func addFolders() {
    for page in chapters {
      guard let end = page.range(of: #"/(README|index)\.md$"#, options: .regularExpression) else { continue }
      let folder = page[..<end.lowerBound] + "/"
      guard chapters.filter({ $0.hasPrefix(folder) }).count == 1, let place = chapters.firstIndex(of: page)
      else {
        continue
      }
      chapters.insert(
        contentsOf: files.markdownFiles.filter { $0.hasPrefix(folder) && $0 != page }, at: place + 1)
    }
  }

  /// The file of a chapter whose name may lack its ending, or may be the name of its folder.
  private func existing(_ path: String) -> String? {
    ["", ".md", ".ipynb", "/README.md", "/index.md"].lazy.map { path + $0 }.first {
      ($0.hasSuffix(".md") || $0.hasSuffix(".ipynb")) && files.has($0)
    }
  }

  /// Adds a file and everything below it that the blocks `toc` or `{toctree}` list, in order.
  private mutating func add(treeOf root: String) {
    guard let text = files.text(root), text.contains("toc") else { return }
    let entries = Self.entries(text)
    guard !entries.isEmpty else { return }
    add(root, title: nil)
    let folder = root.split(separator: "/").dropLast().joined(separator: "/")
    for (name, title) in entries {
      let path = name.hasPrefix("/") ? String(name.dropFirst()) : SourceFolder.joined(folder, name)
      guard let found = existing(path) else {
        add(path + ".md", title: title)
        continue
      }
      let isNew = !chapters.contains(found)
      if isNew { add(treeOf: found) }
      add(found, title: title)
    }
  }

  private static func entries(_ text: String) -> [(name: String, title: String?)] {
    var entries: [(String, String?)] = []
    var mark: String?
    for line in text.split(separator: "\n") {
      if let open = mark {
        if line.trimmingCharacters(in: .whitespaces) == open {
          mark = nil
        } else if let titled = line.wholeMatch(of: /\s*([^:\s].*?)\s*<([^<>]+)>\s*/) {
          entries.append((String(titled.2), String(titled.1)))
        } else if let name = line.wholeMatch(of: /\s*([^:\s]\S*)\s*/), !name.1.contains("*"), name.1 != "self"
        {
          entries.append((String(name.1), nil))
        }
      } else if let fence = line.wholeMatch(of: /\s*(`{3,}|:{3,})\s*(?:toc|\{toctree\})\s*/) {
        mark = String(fence.1)
      }
    }
    return entries.filter { $0.0.prefixMatch(of: /[A-Za-z][A-Za-z0-9+.-]*:\/\//) == nil }
  }
}
