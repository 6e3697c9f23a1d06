import ArgumentParser
import Book

/// Finds commands that do not exist. The argument parser would call them unexpected arguments.
enum CommandSpelling {
  /// The problem of the command at the beginning of the arguments; nil if it exists, or there is none.
  static func problem(in arguments: [String], of parent: any ParsableCommand.Type) -> String? {
    let commands = parent.configuration.subcommands
    guard !commands.isEmpty, let name = arguments.first, !name.hasPrefix("-"), name != "help" else {
      return nil
    }
    if let command = commands.first(where: { $0._commandName == name }) {
      return problem(in: Array(arguments.dropFirst()), of: command)
    }
    let names = commands.map { $0._commandName }
    let remedy =
      nearestName(to: name, among: names).map { "did you mean '\($0)'?" }
      ?? "the commands are " + names.joined(separator: ", ")
    return "there is no command '\(name)'; \(remedy)"
  }
}
