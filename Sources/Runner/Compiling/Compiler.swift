import Book
import Foundation
import Plan

/// Calls the Swift compiler on programs made from a chapter.
struct Compiler {
  var toolchain: Toolchain
  var library: ModuleLibrary
  /// The longest that one call may take; the type checker can take for ever.
  var timeLimit = Duration.seconds(120)

  /// Compiles `program` to an executable and returns the errors, none when that worked.
  func compile(_ program: SwiftProgram, to executable: String, in folder: String) async throws -> [Diagnostic]
  {
    let link =
      [
        "-L", library.folder, "-l\(ModuleLibrary.name)", "-Xlinker", "-rpath", "-Xlinker", library.folder,
      ] + toolchain.linkerOptions
    return try await call(program, ["-Onone", "-gline-tables-only", "-o", executable] + link, in: folder)
  }

  /// Takes `program` through everything in the compiler that can find an error, and returns the errors.
  func check(_ program: SwiftProgram, in folder: String) async throws -> [Diagnostic] {
    try await call(program, ["-Onone", "-emit-sil", "-o", folder + "/program.sil"], in: folder)
  }

  private func call(_ program: SwiftProgram, _ arguments: [String], in folder: String) async throws
    -> [Diagnostic]
  {
    let source = folder + "/main.swift"
    try program.text.write(toFile: source, atomically: false, encoding: .utf8)
    let common =
      [
        "-module-name", "Chapter", "-swift-version", "5", "-diagnostic-style=llvm", "-suppress-warnings",
        "-no-color-diagnostics", "-I", library.modulesFolder, source,
      ] + library.includeFolders.flatMap { ["-I", $0] } + Self.moduleCache
    let process = ChildProcess(
      executable: toolchain.compiler, arguments: arguments + common, environment: Self.environment,
      workingDirectory: folder, outputPath: folder + "/compiler.out", errorPath: folder + "/compiler.err")
    let deadline = ContinuousClock.now + timeLimit
    let ending = try await process.run { _ in ContinuousClock.now > deadline }
    if ending == .exited(code: 0) { return [] }

    let output = readText(process.outputPath) + readText(process.errorPath)
    var errors = output.split(separator: "\n").compactMap { CompilerMessage.error(in: $0, of: program) }
    if errors.isEmpty {
      let reason =
        ending == .stopped
        ? "the compiler did not end within \(timeLimit.components.seconds) seconds"
        : "the compiler failed: " + CompilerMessage.reason(in: output)
      errors = [Diagnostic(.error, at: SourcePosition(file: "galley", line: 1), reason)]
    }
    return errors
  }

  /// The compiler keeps C modules below the home folder; a user without one gets a place for temporary files.
  private static var moduleCache: [String] {
    let home = ProcessInfo.processInfo.environment["HOME"] ?? ""
    if !home.isEmpty, FileManager.default.isWritableFile(atPath: home) { return [] }
    return [
      "-module-cache-path", FileManager.default.temporaryDirectory.path + "/galley-modules-\(getuid())",
    ]
  }

  /// What the compiler needs of the environment, and nothing that could make two machines differ.
  static var environment: [String: String] {
    let inherited = ProcessInfo.processInfo.environment
    var environment = ["LC_ALL": "C.UTF-8"]
    for name in ["PATH", "HOME", "TMPDIR", "DEVELOPER_DIR", "SDKROOT"] { environment[name] = inherited[name] }
    return environment
  }
}

/// The text of a file, or nothing when there is none.
func readText(_ path: String) -> String {
  (try? Data(contentsOf: URL(fileURLWithPath: path))).map { String(decoding: $0, as: UTF8.self) } ?? ""
}
