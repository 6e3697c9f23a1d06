import ArgumentParser
import Foundation

/// The command line.
@main
struct Galley: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "galley",
    abstract: "Make a web tutorial in which every example has been run and every number checked.",
    discussion:
      "Exit codes: 0 all is well, 1 a check or a block failed, 2 the input or the command line is invalid.",
    version: Version.number,
    subcommands: [
      BuildCommand.self, CheckCommand.self, AcceptCommand.self, ServeCommand.self, WhyCommand.self,
      MutateCommand.self, RecordCommand.self, LedgerCommand.self, DoctorCommand.self, NewCommand.self,
      AuditCommand.self, ExportCommand.self, ExerciseCommand.self, DataCommand.self, ModulesCommand.self,
      ManualCommand.self,
    ])

  /// Like ArgumentParser's own `main`, but with the exit codes of this program.
  static func main() async {
    InterruptionThread.start()
    // `--version` is handled here, because its text asks the compiler, which is slow. ArgumentParser would compute the
    // text for every command.
    if CommandLine.arguments.dropFirst().elementsEqual(["--version"]) { return print(await Version.text()) }
    if let problem = CommandSpelling.problem(in: Array(CommandLine.arguments.dropFirst()), of: Self.self) {
      Terminal.standardError.write("Error: \(problem)")
      Foundation.exit(ExitCode.invalidInput.rawValue)
    }
    var isRunning = false
    do {
      var command = try parseAsRoot()
      isRunning = true
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let code as ExitCode {
      Foundation.exit(code.rawValue)
    } catch {
      let isHelp = exitCode(for: error) == .success
      // The usage text does not help when the book is wrong.
      let isAboutBook = isRunning && !(error is CleanExit) && !isHelp
      let text = isAboutBook ? "Error: " + message(for: error) : fullMessage(for: error)
      if isHelp { print(text) } else { Terminal.standardError.write(text) }
      Foundation.exit(isHelp ? 0 : ExitCode.invalidInput.rawValue)
    }
  }
}

extension ExitCode {
  /// A check or a block failed.
  static let failedCheck = ExitCode(1)
  /// The input or the command line is invalid.
  static let invalidInput = ExitCode(2)
}
