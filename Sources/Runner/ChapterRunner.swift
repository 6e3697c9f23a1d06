import Book
import Caching
import Foundation
import Plan

/// Compiles and runs chapters.
package struct ChapterRunner: Sendable {
  let toolchain: Toolchain
  let library: ModuleLibrary
  var cache: RecordCache?
  private var memos: MemoShelf?
  let session: Session
  let recipes: CompileRecipes
  let folder: String
  let sandbox: Sandbox?

  /// Creates a runner that keeps complete records in `cache`, if one is given. Paths of declared inputs are relative to
  /// `folder`.
  ///
  /// - Parameter session: Remembers records that were read from the cache, for repeated runs.
  package init(
    toolchain: Toolchain, library: ModuleLibrary, cache: ContentCache?, session: Session = Session(),
    folder: String = ".", sandbox: Sandbox? = nil
  ) {
    self.session = session
    recipes = CompileRecipes(cache: cache)
    self.folder = folder
    self.sandbox = sandbox
    self.toolchain = toolchain
    self.library = library
    self.cache = cache.map { RecordCache(cache: $0) }
    memos = nil
    memos = cache.map { MemoShelf(cache: $0, surroundings: surroundings) }
  }

  /// A text that identifies the compiler, the modules, and whether programs are isolated.
  package var surroundings: String { "\(toolchain.fingerprint) \(library.fingerprint) \(sandbox != nil)" }

  /// The kept record of `plan`; nil if anything that it depends on has changed.
  package func keptRecord(of plan: BuildPlan) -> RunRecord? {
    guard let cache else { return nil }
    let inputs = InputFiles(of: plan, in: folder)
    let origin = RecordOrigin(
      plan: plan, surroundings: surroundings, inputs: inputs.fingerprint,
      records: recordsFingerprint(of: plan))
    return session.last("record \(plan.chapter)", from: origin, isLasting: { $0 != nil }) {
      cache.record(under: key(of: plan, inputs))
    }
  }

  /// Digests of the sources of the library's modules, by module name.
  package var moduleSources: [String: String] { library.sources }

  /// Why `plan` would run again.
  package func rerunReason(of plan: BuildPlan) -> RerunReason {
    cache?.reason(for: plan.chapter, under: key(of: plan, InputFiles(of: plan, in: folder))) ?? .neverRan
  }

  /// Compiles and runs `plan`. The record contains the errors of the chapter. The method throws only for errors of the
  /// machine, such as a full disk.
  package func run(
    _ plan: BuildPlan, progress: @escaping @Sendable (RunStep) -> Void = { _ in }
  ) async throws -> RunRecord {
    try await run(plan, recording: nil, progress: progress).record
  }

  /// Runs `plan`, and computes the values of `recorded(…)` from the data in `dataFolder`. The run uses no kept results
  /// and no memos, and keeps none.
  package func makeRecords(
    of plan: BuildPlan, dataFolder: String?, progress: @escaping @Sendable (RunStep) -> Void = { _ in }
  ) async throws -> (record: RunRecord, folder: RecordFolder, made: [String: RecordFile]) {
    var fresh = self
    fresh.cache = nil
    fresh.memos = nil
    let run = try await fresh.run(plan, recording: Recording(dataFolder: dataFolder), progress: progress)
    return (run.record, try await recordFolder(of: plan), run.made)
  }

  /// Whether a block of `plan` calls `recorded`.
  package func usesRecords(_ plan: BuildPlan) -> Bool { BlockCode(of: plan).calls("recorded") }

  private struct Recording {
    var dataFolder: String?
  }

  private func run(
    _ plan: BuildPlan, recording: Recording?, progress: @escaping @Sendable (RunStep) -> Void
  ) async throws -> (record: RunRecord, made: [String: RecordFile]) {
    progress(.compiling)
    defer { progress(.ran) }
    let scratch = try ScratchFolder()
    let compiler = Compiler(
      toolchain: toolchain, library: library, recipes: recipes, isConfined: sandbox != nil)
    let executable = scratch.file("chapter")
    var record = RunRecord()
    record.blocks = plan.blocks.map { _ in BlockRecord() }
    var made: [String: RecordFile] = [:]
    let work = scratch.file("work")
    let kept = scratch.file("kept")
    try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
    // The key is computed from the copies, because the originals can change during the run.
    let inputs = try InputFiles(of: plan, in: folder).copy(to: work)
    let key = key(of: plan, inputs)
    let code = BlockCode(of: plan)
    let records = code.calls("recorded") ? try await recordFolder(of: plan) : nil
    let errors = try await compiler.compile(plan.program, to: executable, in: scratch.path)
    if errors.isEmpty {
      memos?.layOut(code, inputs: inputs.fingerprint, in: kept)
      if recording == nil { try records?.layOut(in: kept) }
      record = try await ProgramRun(
        plan: plan, executable: executable, folder: scratch.path, sandbox: sandbox,
        libraries: [library.folder],
        isRecording: recording != nil, dataFolder: recording?.dataFolder
      ).run(progress: progress)
      memos?.keep(code, inputs: inputs.fingerprint, from: kept, record)
      if let records, let recording {
        made = try records.made(in: kept, data: recording.dataFolder)
      } else if let records {
        record.recordings = record.recordings.map(records.describe)
      }
      for attempt in plan.compileAttempts {
        let errors = try await compiler.check(attempt.program, in: scratch.path)
        record.compileAttempts.append(
          CompileAttemptRecord(errors: errors.filter { attempt.holds($0.position) }))
      }
    } else {
      record.compilerErrors = errors
    }
    if record.isComplete { cache?.keep(record, of: plan.chapter, under: key) }
    return (record, made)
  }

  private func recordFolder(of plan: BuildPlan) async throws -> RecordFolder {
    RecordFolder(
      of: plan, in: folder, compiler: try await toolchain.version(), modules: library.sources,
      inputs: InputFiles(of: plan, in: folder))
  }

  private func key(of plan: BuildPlan, _ inputs: InputFiles) -> CacheKey {
    CacheKey(
      plan: plan, toolchain: toolchain, library: library, inputs: inputs,
      records: recordsFingerprint(of: plan), isIsolated: sandbox != nil)
  }

  private func recordsFingerprint(of plan: BuildPlan) -> String? {
    usesRecords(plan) ? RecordFolder.fingerprint(of: plan, in: folder) : nil
  }
}

/// Everything that a record depends on, to be compared directly instead of through a `CacheKey`.
private struct RecordOrigin: Equatable {
  var plan: BuildPlan
  var surroundings: String
  var inputs: String
  var records: String?
}

extension CompileAttempt {
  /// Whether `position` is in the lines of this attempt.
  func holds(_ position: SourcePosition) -> Bool {
    position.file == self.position.file && lines.contains(position.line)
  }
}
