import Book
import Foundation
import Yams

extension ForeignBook {
  /// Detects the kind of book in `folder` and finds its chapters and settings.
  ///
  /// - Throws: ``ImportError`` when there is nothing to read.
  package init(at folder: URL) throws(ImportError) {
    let files = SourceFolder(folder)
    guard files.exists else { throw .folderMissing(folder.path) }
    let book: ForeignBook =
      if files.has("book.toml") {
        Self.mdBook(files)
      } else if files.has("_quarto.yml") || files.has("_quarto.yaml") {
        Self.quarto(files)
      } else if files.has("_bookdown.yml") {
        Self.bookdown(files)
      } else if files.has("_toc.yml") || files.has("myst.yml") {
        Self.jupyterBook(files)
      } else { Self.plain(files) }
    guard !book.chapters.isEmpty else { throw .noChapters(folder.path) }
    self = book
  }

  private static func mdBook(_ files: SourceFolder) -> ForeignBook {
    let settings = files.text("book.toml") ?? ""
    func value(_ key: String) -> String? {
      settings.split(separator: "\n").lazy.compactMap { $0.wholeMatch(of: /\s*([a-z-]+)\s*=\s*"([^"]*)".*/) }
        .first { $0.1 == key }.map { String($0.2) }
    }
    let source = value("src") ?? "src"
    let summary = files.text("\(source)/SUMMARY.md") ?? ""
    var chapters: [String] = []
    var titles: [String: String] = [:]
    for match in summary.matches(of: /\[([^\]]*)\]\(\s*<?([^)>\s]+\.md)>?[^)]*\)/) {
      let path = SourceFolder.joined(source, String(match.2).removingPercentEncoding ?? String(match.2))
      if !chapters.contains(path) { chapters.append(path) }
      titles[path] = titles[path] ?? String(match.1)
    }
    var book = book(.mdBook, files, value("title"), value("language"), chapters)
    book.titles = titles
    book.environments = NumberedMarks.environments(settings)
    book.macros = macros(inScripts: ["theme/head.hbs", "theme/header.hbs", "theme/index.hbs"], files)
    if let path = value("macros"), let text = files.text(path) {
      book.macros.merge(macros(ofMDBook: text)) { $1 }
    }
    return book
  }

  private static func quarto(_ files: SourceFolder) -> ForeignBook {
    let name = files.has("_quarto.yml") ? "_quarto.yml" : "_quarto.yaml"
    let settings = files.yaml(name)
    let inner = settings?["book"] ?? settings?["website"]
    var chapters: [String] = []
    func collect(_ node: Node?) {
      guard let node else { return }
      if let path = node.scalar?.string {
        if path.hasSuffix(".qmd") || path.hasSuffix(".md") || path.hasSuffix(".ipynb") {
          chapters.append(path)
        }
        return
      }
      if let items = node.sequence { items.forEach { collect($0) } }
      if node.mapping != nil {
        for key in ["file", "href", "part", "chapters", "contents", "sections"] { collect(node[key]) }
      }
    }
    collect(inner?["chapters"])
    collect(inner?["appendices"])
    if chapters.isEmpty { chapters = files.markdownFiles }
    var book = book(
      .quarto, files, inner?["title"]?.scalar?.string ?? settings?["title"]?.scalar?.string,
      settings?["lang"]?.scalar?.string, chapters)
    book.addBibliographies(settings?["bibliography"], files, in: name)
    return book
  }

  /// A book of bookdown: the files of R Markdown in the list of the settings, or all in the folder.
  private static func bookdown(_ files: SourceFolder) -> ForeignBook {
    let settings = files.yaml("_bookdown.yml")
    let list = settings?["rmd_files"]?["html"]?.sequence ?? settings?["rmd_files"]?.sequence
    let chapters =
      list?.compactMap { $0.scalar?.string }
      ?? files.markdownFiles.filter {
        $0.lowercased().hasSuffix(".rmd") && !$0.contains("/") && !$0.hasPrefix("_")
      }
    let title = files.text("index.Rmd")?.firstMatch(of: /(?m)^title:\s*["']?(.*?)["']?\s*$/).map {
      String($0.1)
    }
    return book(.quarto, files, title, settings?["language"]?.scalar?.string, chapters)
  }

  private static func jupyterBook(_ files: SourceFolder) -> ForeignBook {
    var chapters: [String] = []
    func add(_ path: String) {
      let found = [path, path + ".md", path + ".ipynb", path + ".rst"].first(where: files.has)
      let path = found ?? path
      if !chapters.contains(path) { chapters.append(path) }
    }
    func collect(_ node: Node?) {
      guard let node else { return }
      if let items = node.sequence { items.forEach { collect($0) } }
      guard node.mapping != nil else { return }
      for key in ["root", "file"] { if let path = node[key]?.scalar?.string { add(path) } }
      for key in ["parts", "chapters", "sections", "subtrees", "entries", "children", "toc"] {
        collect(node[key])
      }
    }
    if files.has("_toc.yml") { collect(files.yaml("_toc.yml")) }
    let settings = files.yaml("myst.yml")
    if chapters.isEmpty { collect(settings?["project"]?["toc"]) }
    let config = files.yaml("_config.yml")
    if chapters.isEmpty { chapters = files.markdownFiles }
    var book = book(
      .jupyterBook, files, config?["title"]?.scalar?.string ?? settings?["project"]?["title"]?.scalar?.string,
      config?["sphinx"]?["config"]?["language"]?.scalar?.string, chapters)
    book.addBibliographies(
      config?["bibtex_bibfiles"] ?? config?["sphinx"]?["config"]?["bibtex_bibfiles"], files, in: "_config.yml"
    )
    let macros =
      settings?["project"]?["math"] ?? config?["sphinx"]?["config"]?["mathjax3_config"]?["tex"]?["macros"]
    for (name, value) in macros?.mapping ?? [:] {
      guard let name = name.scalar?.string,
        let body = value.scalar?.string ?? value.sequence?.first?.scalar?.string
      else { continue }
      book.macros[name.filter { $0 != "\\" }] = body
    }
    return book
  }

  private static func plain(_ files: SourceFolder) -> ForeignBook {
    let contents = ListedContents(files)
    let settings = files.has("mkdocs.yml") ? files.yaml("mkdocs.yml") : nil
    let scripts = settings?["extra_javascript"]?.sequence?.compactMap {
      $0.scalar?.string ?? $0["path"]?.scalar?.string
    }
    let docs = settings?["docs_dir"]?.scalar?.string ?? "docs"
    let macros = macros(inScripts: (scripts ?? []).map { SourceFolder.joined(docs, $0) }, files)
    guard contents.chapters.contains(where: files.has) else {
      var book = book(.plainMarkdown, files, contents.title, nil, files.markdownFiles)
      book.macros = macros
      return book
    }
    var book = book(.plainMarkdown, files, contents.title, nil, contents.chapters)
    book.titles = contents.titles
    book.macros = macros
    book.remarks += files.markdownFiles.filter { !contents.chapters.contains($0) }.map {
      ImportRemark(file: $0, problem: .notInContents)
    }
    return book
  }

  private static func book(
    _ kind: Kind, _ files: SourceFolder, _ title: String?, _ language: String?, _ chapters: [String]
  ) -> ForeignBook {
    let present = chapters.filter(files.has)
    let remarks = chapters.filter { !files.has($0) }.map { ImportRemark(file: $0, problem: .chapterMissing) }
    return ForeignBook(
      kind: kind, title: title ?? files.folder.lastPathComponent, language: language ?? "",
      chapters: present, bibliographies: files.bibliographies, macros: [:],
      variables: variables(files, kind), folder: files.folder, remarks: remarks + files.remarks)
  }

  /// Adds the bibliographies that the settings name. They must lie in the folder; a file of the same name there may
  /// stand for one outside of it.
  private mutating func addBibliographies(_ node: Node?, _ files: SourceFolder, in settings: String) {
    let names = node?.sequence?.compactMap { $0.scalar?.string } ?? [node?.scalar?.string].compactMap(\.self)
    for name in names where name.hasSuffix(".bib") {
      if files.has(name) {
        if !bibliographies.contains(name) { bibliographies.append(name) }
      } else if !bibliographies.contains(where: { Self.fileName($0) == Self.fileName(name) }) {
        remarks.append(ImportRemark(file: settings, problem: .bibliographyMissing(name)))
      }
    }
  }

  private static func fileName(_ path: String) -> Substring? { path.split(separator: "/").last }
}

/// The reason why a book cannot be imported at all.
package enum ImportError: Error, CustomStringConvertible {
  case folderMissing(String)
  case noChapters(String)

  package var description: String {
    switch self {
    case .folderMissing(let path): "\(path): there is no such folder"
    case .noChapters(let path):
      "\(path): there are no chapters; name the folder with 'book.toml', '_quarto.yml', '_toc.yml', 'myst.yml' or Markdown files"
    }
  }
}
