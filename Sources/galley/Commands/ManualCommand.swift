import ArgumentParser
import Foundation

/// `galley manual`, for `make install`
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page.", shouldDisplay: false)

  func run() throws {
    let help = try JSONDecoder().decode(CommandHelp.self, from: Data(Galley._dumpHelp().utf8))
    print(ManualPage(of: help.command).text, terminator: "")
  }
}

/// ArgumentParser's description of all commands, as far as the manual page needs it.
struct CommandHelp: Decodable {
  let command: Command

  struct Command: Decodable {
    var commandName: String
    var abstract: String?
    var discussion: String?
    var shouldDisplay: Bool?
    var subcommands: [Command]?
    var arguments: [Argument]?
  }

  struct Argument: Decodable {
    var kind: Kind
    var isOptional: Bool
    var isRepeating: Bool
    var shouldDisplay: Bool
    var names: [Name]?
    var valueName: String?
    var defaultValue: String?
    var abstract: String?

    enum Kind: String, Decodable { case positional, option, flag }

    struct Name: Decodable {
      var kind: String
      var name: String
    }
  }
}
