import Book
import Caching
import Checks
import Events
import Foundation
import Plan

@testable import Runner
@testable import Site

/// A book whose chapters are treated as if they had run: a displayed `chart` is a figure, every other value is 42.
struct SampleBook {
  var draft: SiteDraft
  var pages: SitePages
  var epub: EPUB
  var results: [ChapterResult]

  /// Makes the site of a book with these files.
  ///
  /// - Parameter prepare: Adds more files to the folder of the chapters.
  init(
    _ files: [String: String], settings: String = "title: Test\n", hasSinglePage: Bool = false,
    modules: [ModuleSymbols] = [], names: CodeNames? = nil, session: Session = Session(),
    prepare: (String) throws -> Void = { _ in }
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "site-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files.merging(["book.yml": settings], uniquingKeysWith: { $1 }) {
      let url = folder.appending(path: "Chapters/\(name)")
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    try prepare(folder.path + "/Chapters")
    let rendition = BookFolder(at: folder.path).read()
    guard let book = rendition.book else { throw Unreadable(diagnostics: rendition.diagnostics) }
    try self.init(
      of: book, folder: folder.path + "/Chapters", hasSinglePage: hasSinglePage, modules: modules,
      names: names, session: session)
  }

  /// Makes the site of a book that has been read.
  ///
  /// - Parameter run: Returns the record of a chapter.
  init(
    of book: Book, folder: String, hasSinglePage: Bool = false, modules: [ModuleSymbols] = [],
    names: CodeNames? = nil, session: Session = Session(),
    run: (Chapter, BuildPlan) -> RunRecord = Self.sampleRecord
  ) throws {
    results = book.chapters.map { chapter in
      let plan = Planner.plan(chapter, settings: book.settings).0
      let record = run(chapter, plan)
      return ChapterResult(
        chapter: chapter, plan: plan, record: record,
        report: Examiner.report(on: chapter, plan: plan, record: record), names: names)
    }
    let builder = SiteBuilder(cache: Self.cache, folder: folder, session: session)
    let materials = try builder.materials(for: book.settings).describing(modules)
    draft = builder.draft(
      of: book.settings, results, report: Report(chapters: results.map(\.report)), materials: materials,
      hasSinglePage: hasSinglePage)
    pages = try draft.pages()
    epub = EPUB(draft, modified: Date(timeIntervalSince1970: 0))
  }

  static func sampleRecord(_ chapter: Chapter, _ plan: BuildPlan) -> RunRecord {
    var record = RunRecord()
    record.blocks = plan.blocks.map { _ in BlockRecord() }
    record.claims = claims(of: chapter, plan)
    for (number, probe) in plan.probes.enumerated() {
      record.values[number] = probe.expression.contains("chart") ? figure : .integer("42")
    }
    return record
  }

  /// Every claim of a chapter, as one that holds.
  private static func claims(of chapter: Chapter, _ plan: BuildPlan) -> [ClaimRecord] {
    let lines = chapter.blocks.flatMap(\.lines)
    return plan.statements.enumerated().compactMap { number, statement in
      let line = lines.first { $0.position.line == statement.position.line }
      let label = line?.text.firstMatch(of: /^claim\("([^"]+)"\)/)
      return label.map { ClaimRecord(statement: number, label: String($0.1), holds: true) }
    }
  }

  struct Unreadable: Error {
    var diagnostics: [Diagnostic]
  }

  /// Formulas are typeset once for all tests.
  private static let cache = ContentCache(
    folder: FileManager.default.temporaryDirectory.appending(path: "galley-sample-book-formulas").path)

  /// A figure as a chart records it.
  static let figure = Value.figure(
    FigureValue(
      wide: Drawing(
        opening: "<svg class=\"svg-chart svg-chart-wide\">", descriptionID: "d", description: "auto",
        styleSheet: ".a{}", content: "</svg>\n"),
      narrow: Drawing(
        opening: "<svg class=\"svg-chart svg-chart-narrow\">", descriptionID: "n", description: "auto",
        styleSheet: "", content: "</svg>\n"),
      title: "t", description: "d", data: "step,loss\n0,1\n"))

  /// The text of a file of the site.
  func text(_ name: String) -> String { String(decoding: pages.files[name] ?? Data(), as: UTF8.self) }

  /// The diagnostics, as the author reads them.
  var messages: [String] { pages.diagnostics.map(\.description) }
}
