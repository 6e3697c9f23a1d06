import ArgumentParser
import Book
import Caching
import Checks
import Exercises
import Foundation
import Installation
import Plan
import Runner
import Site

/// The pipeline of a command: reads, plans, runs and judges a book, and prints diagnostics and progress.
struct Workshop {
  let folder: BookFolder
  let printer = DiagnosticPrinter()
  let cache: ContentCache?
  private let namedLibrary: String?
  private let isIsolated: Bool
  private let trustsPackage: Bool
  /// The results of the last build, reused by the next one.
  let session = Session()

  /// A workshop for a command that runs blocks and keeps the results.
  init(_ book: BookOptions, _ options: RunOptions) {
    self.init(book, options.isolation, ignoresKept: options.fresh)
  }

  /// A workshop for a command that keeps no results.
  init(_ book: BookOptions, _ isolation: IsolationOptions, ignoresKept: Bool = false) {
    self.init(
      book, library: isolation.library, isIsolated: isolation.isolate,
      trustsPackage: isolation.trustPackage, ignoresKept: ignoresKept)
  }

  /// A workshop for a command that runs no blocks, or runs them in an isolation of its own.
  init(
    _ book: BookOptions, library: LibraryOption? = nil, isIsolated: Bool = false, trustsPackage: Bool = false,
    ignoresKept: Bool = false
  ) {
    folder = BookFolder(at: book.book)
    namedLibrary = library?.library
    self.isIsolated = isIsolated
    self.trustsPackage = trustsPackage
    cache = Self.cache(in: folder.cacheFolder + "/cache", ignoresKept: ignoresKept)
  }

  /// The cache of this build of the program. Another build may read the same output differently, so each build has its
  /// own folder and removes the folders of other builds.
  private static func cache(in folder: String, ignoresKept: Bool) -> ContentCache {
    let program = Fingerprint.ofMetadata(Installation.current.executable)
    for other in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where other != program {
      try? FileManager.default.removeItem(atPath: folder + "/" + other)
    }
    return ContentCache(folder: folder + "/" + program, ignoresKept: ignoresKept)
  }

  /// A book that was run and judged.
  struct Examined {
    var book: Book
    var results: [ChapterResult]
    var report: Report
    var exercises: [Exercise]
    /// The other materials of the site, or the error that occurred.
    var materials: Result<SiteMaterials, any Error>
    /// Everything that is reported to the author, including failed checks.
    var messages: [Diagnostic]

    /// Whether every chapter compiled and ran to its end.
    var isWhole: Bool { results.allSatisfy { $0.record.isComplete } }

    /// The edits that would make the failed checks pass.
    var edits: [ExpectationEdit] {
      results.flatMap { Acceptance(of: $0.plan, record: $0.record).edits }
    }
  }

  /// The sources of the library. A preview shows their changes, too.
  var watchedSources: [String] {
    namedLibrary == nil ? LibrarySearch.sources(of: folder.settings(), in: folder) : []
  }

  /// The builder of this book's site, which reuses earlier results.
  var siteBuilder: SiteBuilder { SiteBuilder(cache: cache, folder: folder.path, session: session) }

  /// The chapters as they are now, by the path that messages use.
  func chapterFiles() -> [String: ChapterFile] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    var files: [String: ChapterFile] = [:]
    for name in names where name.hasSuffix(".md") {
      files["\(folder.name)/\(name)"] = ChapterFile(path: folder.path + "/" + name)
    }
    return files
  }

  /// Reads, plans, runs and judges the book, or only the chapters that `chapters` names. Throws
  /// `ExitCode.invalidInput` if the input is invalid.
  func examine(
    with runner: Result<ChapterRunner, any Error>? = nil, names: NameSource = .none,
    chapters: [String] = [], showsFailures: Bool = true
  ) async throws -> Examined {
    let (diagnostics, examined) = try await attempt(with: runner, names: names, chapters: chapters)
    printer.show(diagnostics)
    guard let examined else { throw ExitCode.invalidInput }
    if showsFailures { printer.show(messages(of: examined)) }
    return examined
  }

  /// The messages about the checks of a book, in its language as far as the language has them.
  func messages(of examined: Examined) -> [Diagnostic] {
    let words = (try? examined.materials.get())?.phrases ?? { $0.rawValue }
    return examined.report.chapters.flatMap { $0.warnings(words) + $0.diagnostics(words) }
  }

  /// Reads the book, and plans, runs and judges its chapters. `examined` is nil if the input is invalid.
  ///
  /// - Parameters:
  ///   - runner: The runner of the chapters; nil to search for one.
  ///   - names: Where the types of the names in the code come from.
  ///   - chapters: The names of the chapters; empty for the whole book.
  func attempt(
    with runner: Result<ChapterRunner, any Error>? = nil, names: NameSource = .none, chapters: [String] = []
  ) async throws -> (diagnostics: [Diagnostic], examined: Examined?) {
    let reading = folder.read(session)
    guard let book = try reading.book.map({ try choose(chapters, from: $0) }) else {
      return (reading.diagnostics, nil)
    }

    let plans = await plans(of: book)
    let ledger = book.settings.requiresLedger ? LedgerText.problems(of: book) : []
    let exercises = book.chapters.map { Exercise.read($0) }
    let diagnostics =
      reading.diagnostics + plans.flatMap(\.1) + ledger + exercises.flatMap(\.diagnostics)
    if diagnostics.hasErrors { return (diagnostics, nil) }

    let found = if let runner { try runner.get() } else { try await self.runner(for: book.settings) }
    async let materials = materials(for: book)
    async let symbols = found.symbols(of: book.importedModules) {
      Terminal.standardError.write("warning: \($0)")
    }
    let display = ProgressDisplay(chapters: plans.count { !$0.0.isEmpty })
    async let named = found.names(in: book.chapters, modules: book.settings.modules, names)
    let records = try await found.run(plans.map(\.0)) { display.note($1, of: $0) }
    display.end()
    let live = try await found.liveModules(
      of: plans.map(\.0), records, package: folder.modulesPackage,
      progress: { Terminal.standardError.write($0) })
    let codeNames = await named
    let judging = WorkDisplay("judging the chapters", of: book.chapters.count)
    defer { judging.end() }
    let results = try await Array(book.chapters.indices).concurrentMap { number in
      defer { judging.advance() }
      let (chapter, live) = (book.chapters[number], live[number])
      let (plan, record) = (plans[number].0, records[number])
      return ChapterResult(
        chapter: chapter, plan: plan, record: record,
        report: self.report(on: chapter, plan, record, live), live: live, names: codeNames[number])
    }
    var report = Report(chapters: results.map(\.report))
    report.mutations = MutationRecord(in: folder.path).flatMap { record in
      MutationReport(
        record,
        chapters: results.map {
          ($0.chapter.path, MutationBasis(of: $0.chapter, plan: $0.plan, modules: found.moduleSources))
        })
    }
    let modules = await symbols
    let described = (await materials).map { $0.describing(modules) }
    let messages = diagnostics + report.chapters.flatMap { $0.warnings() + $0.diagnostics() }
    return (
      diagnostics,
      Examined(
        book: book, results: results, report: report, exercises: exercises.flatMap(\.exercises),
        materials: described,
        messages: messages)
    )
  }

  /// The other materials of the site, prepared while the chapters run.
  private func materials(for book: Book) async -> Result<SiteMaterials, any Error> {
    do {
      return .success(try await siteBuilder.materials(for: book))
    } catch {
      return .failure(error)
    }
  }

  /// The runner that compiles and runs chapters. A fresh runner neither reads nor writes the cache.
  func runner(
    for settings: BookSettings, isFresh: Bool = false, sandbox: Sandbox? = nil
  ) async throws -> ChapterRunner {
    guard let toolchain = Toolchain.find() else { throw ValidationError(Toolchain.missing) }
    var sandbox = sandbox
    do {
      if isIsolated { sandbox = try await Sandbox.find() }
    } catch let unavailable as Sandbox.Unavailable {
      throw ValidationError(
        "blocks cannot be isolated: \(unavailable), or leave out '--isolate'")
    }
    sandbox = sandbox?.hiding([folder.path, folder.cacheFolder])
    return ChapterRunner(
      toolchain: toolchain,
      library: try await library(for: settings, by: toolchain),
      cache: isFresh ? nil : cache,
      session: isFresh ? Session() : session, folder: folder.path, sandbox: sandbox)
  }

  /// The seal of the site whose chapters `runner` runs; nil without a cache or a runner.
  func seal(with runner: Result<ChapterRunner, any Error>?, hasSinglePage: Bool = false) -> SiteSeal? {
    guard let cache, let runner = try? runner?.get() else { return nil }
    return SiteSeal(of: folder, runner, cache: cache, hasSinglePage: hasSinglePage)
  }

  /// The modules that chapters with these settings are compiled against.
  func library(for settings: BookSettings?, by toolchain: Toolchain) async throws -> ModuleLibrary {
    try await librarySearch(toolchain).library(for: settings)
  }

  private func librarySearch(_ toolchain: Toolchain) -> LibrarySearch {
    LibrarySearch(
      folder: folder, named: namedLibrary, trustsPackages: !isIsolated || trustsPackage, toolchain: toolchain)
  }

  /// The runner that compiles and runs chapters, or the error that occurred. Nil if the settings cannot be read, or if
  /// the modules must be built for minutes, because the book's own errors should appear before that.
  func runner() async -> Result<ChapterRunner, any Error>? {
    guard let settings = folder.settings() else { return nil }
    if let toolchain = Toolchain.find(), librarySearch(toolchain).mustBuildPackage(for: settings) {
      return nil
    }
    do {
      return .success(try await runner(for: settings))
    } catch {
      return .failure(error)
    }
  }
}
