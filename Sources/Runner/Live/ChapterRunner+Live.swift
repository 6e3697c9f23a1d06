import Book
import Foundation
import Plan

extension ChapterRunner {
  /// The live blocks of all chapters, compiled and compared; nil for a chapter that has none.
  ///
  /// - Parameter package: The folder of the package with the sources that live figures are compiled from.
  package func liveModules(
    of plans: [BuildPlan], _ records: [RunRecord], package: String?,
    progress: @escaping @Sendable (String) -> Void
  ) async throws -> [LiveModule?] {
    guard plans.contains(where: { !$0.live.isEmpty }) else { return plans.map { _ in nil } }
    guard let package, let library = LiveLibrary(package: package, toolchain: toolchain) else {
      throw LiveTools.Failure(
        description:
          "live figures need the sources of galley, and a toolchain with 'clang', 'wasm-ld' and 'wasmkit'")
    }
    let build = LiveBuild(runner: self, library: library)
    let origins = zip(plans, records).map { $0.live.isEmpty ? nil : origin(of: $0, $1, library) }
    let kept = origins.map { $0.flatMap { cache?.cache.value("live", of: $0, as: LiveModule.self) } }
    let waiting = plans.indices.filter { origins[$0] != nil && kept[$0] == nil && records[$0].isComplete }
    if !waiting.isEmpty { try await library.prepare(progress: progress) }
    let made = try await waiting.concurrentMap { number in
      let module = try await build.module(of: plans[number], records[number])
      if let origin = origins[number], module.blocks.allSatisfy(\.outcome.isAgreement) {
        cache?.cache.keep(module, "live", of: origin)
      }
      return module
    }
    var modules = kept
    for (number, module) in zip(waiting, made) { modules[number] = module }
    for (number, plan) in plans.enumerated() where !plan.live.isEmpty && !records[number].isComplete {
      modules[number] = LiveModule(blocks: plan.live.map { LiveBlock(id: $0.block, outcome: .notReached) })
    }
    return modules
  }

  /// Everything that the live module of `plan` depends on.
  private func origin(of plan: BuildPlan, _ record: RunRecord, _ library: LiveLibrary) -> [String] {
    var parts = [surroundings, library.fingerprint, InputFiles(of: plan, in: folder).fingerprint]
    for live in plan.live {
      parts += live.native.program.sections.map(\.code)
      parts += live.embedded.sections.map(\.code)
      parts += ["\(live.block)", "\(live.settings)"]
      parts += live.probes.map { String(describing: record.values[$0]) }
    }
    return parts
  }

  /// Compiles `plan` once and runs it under each of the settings; nil stands for the values that the program has itself.
  /// The runs end with the first that is not complete.
  package func run(_ plan: BuildPlan, under settings: [[Double]?]) async throws -> [RunRecord] {
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
