import Foundation

/// The programs of the toolchain that make and run WebAssembly.
struct LiveTools: Sendable {
  private let toolchain: Toolchain
  /// The library with the properties of characters, which the standard library uses.
  let unicodeTables: String

  /// A tool said that it failed, or could not be started.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// The tools beside the compiler; nil if the toolchain brings none for WebAssembly.
  init?(_ toolchain: Toolchain) {
    self.toolchain = toolchain
    let bin = toolchain.folder
    let modules = URL(fileURLWithPath: bin).deletingLastPathComponent().path + "/lib/swift/embedded"
    unicodeTables = "\(modules)/\(Self.target)/libswiftUnicodeDataTables.a"
    let needed = ["clang", "wasm-ld", "wasmkit"].map { "\(bin)/\($0)" } + [unicodeTables]
    guard needed.allSatisfy(FileManager.default.fileExists) else { return nil }
  }

  private static let target = "wasm32-unknown-none-wasm"

  /// The options of every call of the Swift compiler. Without the last one, the compiler writes a hash into the module
  /// that depends on the folder.
  static let flags = [
    "-target", target, "-enable-experimental-feature", "Embedded", "-enable-experimental-feature", "Extern",
    "-package-name", "galley", "-wmo", "-Osize", "-Xfrontend", "-disable-incremental-llvm-codegen",
  ]

  /// Compiles a module to an object file and a description of the module.
  func compileModule(_ name: String, _ files: [String], in folder: String) async throws {
    let arguments =
      Self.flags + [
        "-swift-version", "6", "-parse-as-library", "-suppress-warnings", "-module-name", name, "-I", folder,
        "-emit-module", "-emit-module-path", "\(folder)/\(name).swiftmodule", "-c", "-o",
        "\(folder)/\(name).o",
      ] + files
    let (ending, output) = try await call(toolchain.compiler, arguments, in: folder, log: name)
    if ending != .exited(code: 0) {
      throw Failure(
        description: "\(name) does not compile for WebAssembly: \(CompilerMessage.reason(in: output))")
    }
  }

  /// Compiles the top level of `main.swift` to a function of the name `entry`; returns what the compiler said if it
  /// failed.
  func compileProgram(
    _ source: String, to object: String, entry: String, library: String, in folder: String
  ) async throws -> String? {
    let arguments =
      Self.flags + [
        "-swift-version", "5", "-suppress-warnings", "-diagnostic-style=llvm", "-no-color-diagnostics",
        "-module-name", entry.replacing("galley_", with: "Live_"), "-I", library,
        "-Xfrontend", "-entry-point-function-name", "-Xfrontend", entry, "-c", source, "-o", object,
      ]
    let (ending, output) = try await call(toolchain.compiler, arguments, in: folder, log: entry)
    return ending == .exited(code: 0) ? nil : output
  }

  /// Compiles a C file.
  func compileC(_ source: String, to object: String) async throws {
    let scratch = URL(fileURLWithPath: object).deletingLastPathComponent().path
    let (ending, output) = try await call(
      "\(toolchain.folder)/clang",
      [
        "--target=wasm32-unknown-none", "-mbulk-memory", "-Os", "-ffreestanding", "-fno-builtin", "-c",
        source, "-o",
        object,
      ], in: scratch, log: "clang")
    if ending != .exited(code: 0) { throw Failure(description: "\(source) does not compile: \(output)") }
  }

  /// Links a module that exports `names`; returns what the linker said if it failed.
  func link(_ objects: [String], to file: String, exports names: [String], in folder: String) async throws
    -> String?
  {
    let arguments =
      ["--no-entry", "--gc-sections", "--strip-all", "--stack-first", "-z", "stack-size=262144"]
      + names.map { "--export=\($0)" } + objects + ["-o", file]
    let (ending, output) = try await call("\(toolchain.folder)/wasm-ld", arguments, in: folder, log: "link")
    return ending == .exited(code: 0) ? nil : output
  }

  /// Runs a command module and returns what it wrote.
  func run(_ file: String, in folder: String, timeout: Duration) async throws -> (ChildProcess.Ending, Data) {
    let output = try OpenFile(creating: "\(folder)/run.out")
    let process = ChildProcess(
      executable: "\(toolchain.folder)/wasmkit", arguments: ["run", file], environment: Compiler.environment,
      workingDirectory: folder, output: output, errors: try OpenFile(creating: "\(folder)/run.err"),
      limits: ChildProcess.Limits(fileSize: 1 << 30))
    let deadline = CompilerDeadline(processorTime: timeout)
    let ending = try await process.run(shouldStop: deadline.isPassed)
    return (ending, output.contents(limit: 1 << 30))
  }

  private func call(
    _ program: String, _ arguments: [String], in folder: String, log: String
  ) async throws -> (ChildProcess.Ending, String) {
    let (ending, output, errors) = try await toolchain.call(program, arguments, in: folder, log: log)
    return (ending, output.text + errors.text)
  }
}
