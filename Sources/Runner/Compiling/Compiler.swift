import Book
import Files
import Foundation
import Plan

/// Calls the Swift compiler on programs made from a chapter.
struct Compiler {
  var toolchain: Toolchain
  var library: ModuleLibrary
  var recipes: CompileRecipes
  /// Whether the code is untrusted, so that no driver may be called to link it: drivers follow options in the object
  /// file.
  var isConfined = false
  /// The processor time that one call may take. The type checker may never end.
  var timeLimit = Duration.seconds(120)

  /// Compiles `program` to an executable and returns the errors; empty on success.
  func compile(_ program: SwiftProgram, to executable: String, in folder: String) async throws -> [Diagnostic]
  {
    let link =
      [
        "-L", library.folder, "-l\(ModuleLibrary.name)", "-Xlinker", "-rpath", "-Xlinker", library.folder,
      ] + toolchain.linkerOptions
    return try await call(
      program, ["-Onone", "-gline-tables-only", "-o", executable] + link, links: true, in: folder)
  }

  /// Compiles `program` to SIL and returns the errors. Later stages of the compiler find no more of them.
  func check(_ program: SwiftProgram, in folder: String) async throws -> [Diagnostic] {
    try await call(program, ["-Onone", "-emit-sil", "-o", folder + "/program.sil"], links: false, in: folder)
  }

  private func call(
    _ program: SwiftProgram, _ arguments: [String], links: Bool, in folder: String
  ) async throws -> [Diagnostic] {
    let source = folder + "/main.swift"
    let common =
      [
        "-module-name", "Chapter", "-swift-version", "5", "-diagnostic-style=llvm", "-suppress-warnings",
        "-no-color-diagnostics", "-I", library.modulesFolder, source,
      ] + library.compilerFlags + Self.moduleCache
    let deadline = CompilerDeadline(processorTime: timeLimit)
    let driver = [toolchain.compiler] + arguments + common
    let recipe = await recipe(driver, ImportList(in: program.text), source, in: folder, until: deadline)
    let commands = recipe.commands(in: folder)
    try program.text.write(toFile: source, atomically: false, encoding: .utf8)
    var outcome: (ending: ChildProcess.Ending, output: String)?
    // The drivers follow linker options in the object file. The linker itself does not.
    let mayCall = !(links && isConfined)
    if mayCall ? !commands.isEmpty : commands.count == 2 {
      outcome = try await run(commands, in: folder, until: deadline)
      if outcome?.ending == .exited(code: 0) { return [] }
      let errors = outcome.map { Self.errors(in: $0.output, of: program) } ?? []
      if !errors.isEmpty { return errors }
    }
    // For any other failure, run the driver: its message is better.
    if outcome?.ending != .stopped, mayCall { outcome = try await run([driver], in: folder, until: deadline) }
    guard let outcome else { return try await errorsWithoutLinking(program, in: folder) }
    if outcome.ending == .exited(code: 0) { return [] }
    let errors = Self.errors(in: outcome.output, of: program)
    if !errors.isEmpty { return errors }
    let reason =
      outcome.ending == .stopped
      ? "the compiler did not end within \(timeLimit.components.seconds) seconds of processor time"
      : "the compiler failed: " + CompilerMessage.reason(in: outcome.output)
    return [Self.failure(reason)]
  }

  /// The errors of an untrusted program when the linker's own command is not known.
  private func errorsWithoutLinking(_ program: SwiftProgram, in folder: String) async throws -> [Diagnostic] {
    let errors = try await check(program, in: folder)
    if !errors.isEmpty { return errors }
    return [
      Self.failure(
        "the program cannot be linked under isolation, because the compiler does not show the linker's command; "
          + "the paths of the modules, of the compiler and of TMPDIR must not contain spaces, quotes or backslashes"
      )
    ]
  }

  private static func failure(_ reason: String) -> Diagnostic {
    Diagnostic(.error, at: SourcePosition(file: "galley", line: 1), reason)
  }

  /// The recipe for programs with these imports. It is made with a program that contains only the imports, so an
  /// untrusted object file cannot influence it. The library and the imports are parts of the key, because they decide
  /// which libraries are linked.
  private func recipe(
    _ driver: [String], _ imports: ImportList, _ source: String, in folder: String,
    until deadline: CompilerDeadline
  ) async -> CompileRecipe {
    let parts =
      [toolchain.fingerprint, library.fingerprint]
      + Self.environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      + driver.map { CompileRecipe.general($0, folder) } + imports.modules
    if let known = recipes.recipe(of: parts) { return known }
    var recipe = CompileRecipe.none
    if let answer = await answer(to: driver + ["-###"], in: folder, until: deadline),
      let long = CompileRecipe(driver: answer.output, in: folder)
    {
      try? imports.program.write(toFile: source, atomically: false, encoding: .utf8)
      recipe = await shortened(long, in: folder, until: deadline) ?? long
    }
    recipes.keep(recipe, of: parts)
    return recipe
  }

  /// The recipe without the linker's driver. Nil if the driver does not report its command for the program in `folder`.
  private func shortened(
    _ recipe: CompileRecipe, in folder: String, until deadline: CompilerDeadline
  ) async -> CompileRecipe? {
    let commands = recipe.commands(in: folder)
    guard commands.count == 3,
      (try? await run(commands.dropLast(), in: folder, until: deadline))?.ending == .exited(code: 0),
      let question = recipe.linkerQuestion(in: folder),
      let answer = await answer(to: question, in: folder, until: deadline)
    else { return nil }
    return recipe.shortened(linker: answer.errors, in: folder)
  }

  private func answer(
    to question: [String], in folder: String, until deadline: CompilerDeadline
  ) async -> (output: String, errors: String)? {
    guard let process = try? process(question, "answer", in: folder),
      (try? await process.run(shouldStop: deadline.isPassed)) == .exited(code: 0)
    else { return nil }
    return (process.output.text, process.errors.text)
  }

  /// Runs the commands in order and stops after the first that fails.
  private func run(
    _ commands: [[String]], in folder: String, until deadline: CompilerDeadline
  ) async throws -> (ending: ChildProcess.Ending, output: String) {
    var ending = ChildProcess.Ending.exited(code: 0)
    var output = ""
    for command in commands where ending == .exited(code: 0) {
      let process = try process(command, "compiler", in: folder)
      ending = try await process.run(shouldStop: deadline.isPassed)
      output += process.output.text + process.errors.text
    }
    return (ending, output)
  }

  private func process(_ command: [String], _ name: String, in folder: String) throws -> ChildProcess {
    ChildProcess(
      executable: command[0], arguments: Array(command.dropFirst()), environment: Self.environment,
      workingDirectory: folder, output: try OpenFile(creating: "\(folder)/\(name).out"),
      errors: try OpenFile(creating: "\(folder)/\(name).err"),
      limits: .compiler)
  }

  private static func errors(in output: String, of program: SwiftProgram) -> [Diagnostic] {
    output.split(separator: "\n").compactMap { CompilerMessage.error(in: $0, of: program) }
  }

  /// The compiler caches C modules in the home folder. If that is not writable, they go to the temporary folder.
  private static var moduleCache: [String] {
    let home = ProcessInfo.processInfo.environment["HOME"] ?? ""
    if !home.isEmpty, FileManager.default.isWritableFile(atPath: home) { return [] }
    return [
      "-module-cache-path", FileManager.default.temporaryDirectory.path + "/galley-modules-\(getuid())",
    ]
  }

  /// The environment variables that the compiler needs. It gets no others, because they could make two machines differ.
  static var environment: [String: String] {
    let inherited = ProcessInfo.processInfo.environment
    var environment = ["LC_ALL": "C.UTF-8"]
    for name in ["PATH", "HOME", "TMPDIR", "DEVELOPER_DIR", "SDKROOT"] { environment[name] = inherited[name] }
    return environment
  }
}

/// The text of a file; empty if it cannot be read.
func readText(_ path: String) -> String {
  (try? FileDoor.read(path: path, atMost: SizeLimit.attachment)).map { String(decoding: $0, as: UTF8.self) }
    ?? ""
}
