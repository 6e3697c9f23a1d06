import Book
import Caching
import Events
import Foundation
import GFM
import Plan

/// Compiles the live blocks of a chapter for a page, and compares what they show there with what they show here.
struct LiveBuild {
  let runner: ChapterRunner
  let library: LiveLibrary

  /// The live blocks of `plan`, whose own run has the record given.
  func module(of plan: BuildPlan, _ record: RunRecord) async throws -> LiveModule {
    let scratch = try ScratchFolder()
    var module = LiveModule()
    let errors = try await compile(plan.live, in: scratch.path)
    if errors.contains(where: { !$0.isEmpty }) {
      module.blocks = zip(plan.live, errors).map { live, errors in
        LiveBlock(id: live.block, outcome: errors.isEmpty ? .notReached : .notCompiled(errors))
      }
      return module
    }
    let requests = plan.live.map(LiveSettings.all)
    try await link(plan.live, requests, in: scratch.path)
    module.code = try Data(contentsOf: URL(fileURLWithPath: scratch.path + "/page.wasm"))
    async let page = pageOutputs(of: plan.live, in: scratch.path)
    let native = try await nativeRecords(of: plan.live, requests)
    let outputs = try await page
    var first = 0
    for (number, live) in plan.live.enumerated() {
      let count = requests[number].count
      let own = outputs[min(first, outputs.count)..<min(first + count, outputs.count)]
      let proof = LiveProof(live: live, settings: requests[number], native: native[number], page: Array(own))
      module.blocks.append(LiveBlock(id: live.block, outcome: proof.outcome(beside: record)))
      first += count
    }
    return module
  }

  /// Compiles each program for a page; returns the errors of each.
  private func compile(_ plans: [LivePlan], in folder: String) async throws -> [[Diagnostic]] {
    try await Array(plans.enumerated()).concurrentMap { number, live in
      let own = "\(folder)/\(number)"
      try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
      try live.embedded.text.write(toFile: own + "/main.swift", atomically: false, encoding: .utf8)
      let output = try await library.tools.compileProgram(
        own + "/main.swift", to: "\(folder)/\(number).o", entry: Self.entry(number), library: library.folder,
        in: own)
      guard let output else { return [] }
      let errors = output.split(separator: "\n").compactMap {
        CompilerMessage.error(in: $0, of: live.embedded)
      }
      return errors.isEmpty
        ? [Diagnostic(.error, at: live.position, CompilerMessage.reason(in: output))] : errors
    }
  }

  private static func entry(_ number: Int) -> String { "galley_program_\(number)" }

  /// Links the module of the page, and the command that makes all requests.
  private func link(_ plans: [LivePlan], _ requests: [[[Double]]], in folder: String) async throws {
    let names = plans.indices.map(Self.entry)
    let programs = names.map { "int \($0)(int, char **);\n" }.joined()
    let table = "int (*const galley_programs[])(int, char **) = {\(names.joined(separator: ", "))};\n"
    let runs = zip(plans.indices, requests).flatMap { number, settings in settings.map { (number, $0) } }
    let list = { (texts: [String]) in "{\(texts.joined(separator: ", "))};\n" }
    let command =
      "const int galley_request_count = \(runs.count);\n"
      + "const int galley_request_programs[] = " + list(runs.map { "\($0.0)" })
      + "const int galley_request_lengths[] = " + list(runs.map { "\($0.1.count)" })
      + "const double galley_request_numbers[] = " + list(runs.flatMap(\.1).map(Self.literal))
    try (programs + table).write(toFile: folder + "/programs.c", atomically: false, encoding: .utf8)
    try command.write(toFile: folder + "/requests.c", atomically: false, encoding: .utf8)
    for name in ["programs", "requests"] {
      try await library.tools.compileC("\(folder)/\(name).c", to: "\(folder)/\(name).o")
    }
    let isNormalized = plans.allSatisfy { LiveText.isNormalized($0.embedded.text) }
    let objects =
      plans.indices.map { "\(folder)/\($0).o" } + ["\(folder)/programs.o"]
      + library.objects(isNormalized: isNormalized)
    let exports = ["galley_reset", "galley_settings", "galley_run", "galley_output", "galley_output_length"]
    let flavours = [
      ("page", exports, []),
      ("command", ["_start"], ["\(folder)/requests.o", "\(library.folder)/command.o"]),
    ]
    for (name, exports, more) in flavours {
      let problem = try await library.tools.link(
        objects + more, to: "\(folder)/\(name).wasm", exports: exports, in: folder)
      if let problem { throw LiveTools.Failure(description: "the live figures cannot be linked: \(problem)") }
    }
  }

  /// A number as C reads it back to the last bit.
  private static func literal(_ number: Double) -> String {
    let text = "\(number)"
    return text.contains(".") || text.contains("e") ? text : text + ".0"
  }

  private func pageOutputs(of plans: [LivePlan], in folder: String) async throws -> [Data] {
    let seconds = Planner.processorLimit(of: plans.flatMap(\.native.blocks))
    let (_, data) = try await library.tools.run(
      folder + "/command.wasm", in: folder, timeout: .seconds(seconds * 4))
    return LiveOutput.pieces(data)
  }

  private func nativeRecords(of plans: [LivePlan], _ requests: [[[Double]]]) async throws -> [[RunRecord]] {
    try await Array(zip(plans, requests)).concurrentMap { live, settings in
      try await runner.run(live.native, under: settings)
    }
  }
}
