import Book
import Foundation
import Plan

extension ChapterRunner {
  /// The live blocks of all chapters, compiled and compared; nil for a chapter that has none.
  ///
  /// - Parameter package: The folder of the package with the sources that live figures are compiled from.
  package func liveModules(
    of plans: [BuildPlan], _ records: [RunRecord], package: String?, progress: (String) -> Void
  ) async throws -> [LiveModule?] {
    guard plans.contains(where: { !$0.live.isEmpty }) else { return plans.map { _ in nil } }
    guard let package, let library = LiveLibrary(package: package, toolchain: toolchain) else {
      throw LiveTools.Failure(
        description:
          "live figures need the sources of galley, and a toolchain with 'clang', 'wasm-ld' and 'wasmkit'")
    }
    var modules: [LiveModule?] = []
    for (plan, record) in zip(plans, records) {
      modules.append(
        plan.live.isEmpty
          ? nil : try await liveModule(of: plan, record, LiveBuild(runner: self, library: library), progress))
    }
    return modules
  }

  private func liveModule(
    of plan: BuildPlan, _ record: RunRecord, _ build: LiveBuild, _ progress: (String) -> Void
  ) async throws -> LiveModule {
    guard record.isComplete else {
      var module = LiveModule()
      module.blocks = plan.live.map { LiveBlock(id: $0.block, outcome: .notReached) }
      return module
    }
    var parts = [surroundings, build.library.fingerprint, InputFiles(of: plan, in: folder).fingerprint]
    for live in plan.live {
      parts += live.native.program.sections.map(\.code)
      parts += live.embedded.sections.map(\.code)
      parts += ["\(live.block)", "\(live.settings)"]
      parts += live.probes.map { String(describing: record.values[$0]) }
    }
    if let kept = cache?.cache.value("live", of: parts, as: LiveModule.self) { return kept }
    try await build.library.prepare(progress: progress)
    let module = try await build.module(of: plan, record)
    if module.blocks.allSatisfy(\.outcome.isAgreement) { cache?.cache.keep(module, "live", of: parts) }
    return module
  }

  /// Compiles `plan` once and runs it under each of the settings.
  func run(_ plan: BuildPlan, under settings: [[Double]]) async throws -> [RunRecord] {
    let scratch = try ScratchFolder()
    let compiler = Compiler(
      toolchain: toolchain, library: library, recipes: recipes, isConfined: sandbox != nil)
    let executable = scratch.file("chapter")
    let errors = try await compiler.compile(plan.program, to: executable, in: scratch.path)
    if !errors.isEmpty {
      var record = RunRecord()
      record.compilerErrors = errors
      return [record]
    }
    let work = scratch.file("work")
    try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
    _ = try InputFiles(of: plan, in: folder).copy(to: work)
    var records: [RunRecord] = []
    for setting in settings {
      let run = ProgramRun(
        plan: plan, executable: executable, folder: scratch.path, sandbox: sandbox,
        libraries: [library.folder],
        settings: setting)
      records.append(try await run.run())
      // The others would most likely stop, too.
      if records.last?.isComplete == false { break }
    }
    return records
  }
}

extension LiveBlock.Outcome {
  /// Whether the page may be published.
  package var isAgreement: Bool {
    if case .agrees = self { true } else { false }
  }
}
