import Book
import Caching
import Foundation
import Plan

/// Compiles and runs chapters.
public struct ChapterRunner: Sendable {
  private let toolchain: Toolchain
  private let library: ModuleLibrary
  private let cache: RecordCache?
  private let folder: String
  private let sandbox: Sandbox?

  /// A runner that keeps complete records in `cache`, if one is given. Declared inputs lie below `folder`.
  public init(
    toolchain: Toolchain, library: ModuleLibrary, cache: ContentCache?, folder: String = ".",
    sandbox: Sandbox? = nil
  ) {
    self.folder = folder
    self.sandbox = sandbox
    self.toolchain = toolchain
    self.library = library
    self.cache = cache.map { RecordCache(cache: $0) }
  }

  /// The kept record of `plan`, if everything that it depends on is the same.
  public func keptRecord(of plan: BuildPlan) -> RunRecord? {
    cache?.record(under: key(of: plan, InputFiles(of: plan, in: folder)))
  }

  /// Why `plan` would run again.
  public func rerunReason(of plan: BuildPlan) -> RerunReason {
    cache?.reason(for: plan.chapter, under: key(of: plan, InputFiles(of: plan, in: folder))) ?? .neverRan
  }

  /// Compiles and runs `plan`. What the chapter does wrong is in the record; only what is wrong with the
  /// machine is thrown, such as a full disk.
  public func run(
    _ plan: BuildPlan, progress: @escaping @Sendable (RunStep) -> Void = { _ in }
  ) async throws -> RunRecord {
    progress(.compiling)
    defer { progress(.ran) }
    let scratch = try ScratchFolder()
    let compiler = Compiler(toolchain: toolchain, library: library)
    let executable = scratch.file("chapter")
    var record = RunRecord()
    record.blocks = plan.blocks.map { _ in BlockRecord() }
    let work = scratch.file("work")
    try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
    // The key is that of the copies: what changes from now on is not what ran.
    let key = key(of: plan, try InputFiles(of: plan, in: folder).copy(to: work))
    let errors = try await compiler.compile(plan.program, to: executable, in: scratch.path)
    if errors.isEmpty {
      record = try await ProgramRun(
        plan: plan, executable: executable, folder: scratch.path, sandbox: sandbox
      ).run(progress: progress)
      for attempt in plan.compileAttempts {
        let errors = try await compiler.check(attempt.program, in: scratch.path)
        record.compileAttempts.append(
          CompileAttemptRecord(errors: errors.filter { attempt.holds($0.position) }))
      }
    } else {
      record.compilerErrors = errors
    }
    if record.isComplete { cache?.keep(record, of: plan.chapter, under: key) }
    return record
  }

  private func key(of plan: BuildPlan, _ inputs: InputFiles) -> CacheKey {
    CacheKey(
      plan: plan, toolchain: toolchain, library: library, inputs: inputs, isIsolated: sandbox != nil)
  }
}

extension CompileAttempt {
  /// Whether a position lies in the lines on trial.
  func holds(_ position: SourcePosition) -> Bool {
    position.file == self.position.file && lines.contains(position.line)
  }
}
