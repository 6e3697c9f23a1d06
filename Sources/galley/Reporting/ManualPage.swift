/// The manual page in the language `mdoc`, with a section for each command.
struct ManualPage {
  private let program: CommandHelp.Command

  init(of program: CommandHelp.Command) { self.program = program }

  var text: String {
    var lines = [
      ".Dd $Mdocdate$", ".Dt GALLEY 1", ".Os", ".Sh NAME", ".Nm \(program.commandName)",
      ".Nd \(Self.escaped(program.abstract ?? ""))", ".Sh SYNOPSIS", ".Nm", ".Ar command", ".Op Ar arguments",
      ".Sh DESCRIPTION", Self.escaped(program.discussion ?? ""), ".Sh COMMANDS",
    ]
    for command in Self.shown(program.subcommands) { lines += Self.section(of: command, under: []) }
    lines += [
      ".Sh ENVIRONMENT", ".Bl -tag -width Ds", ".It Ev GALLEY_DATA", "The folder with the data sets.",
      ".It Ev XDG_CACHE_HOME", "The folder for what can be made again and does not belong to a book.", ".El",
      ".Sh EXIT STATUS", ".Bl -tag -width Ds", ".It 0", "All is well.", ".It 1",
      "A check or a block failed.", ".It 2", "The input or the command line is invalid.", ".El",
    ]
    return lines.filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
  }

  private static func section(of command: CommandHelp.Command, under parents: [String]) -> [String] {
    let names = parents + [command.commandName]
    let arguments = (command.arguments ?? []).filter(\.shouldDisplay)
    let subcommands = shown(command.subcommands)
    var lines = [".Ss galley \(names.joined(separator: " "))", escaped(command.abstract ?? "")]
    if let discussion = command.discussion { lines += [".Pp", escaped(discussion)] }
    let own = arguments.filter { !["help", "version"].contains($0.names?.last?.name) }
    if !own.isEmpty {
      lines += [".Bl -tag -width Ds"] + own.flatMap(item) + [".El"]
    }
    return lines + subcommands.flatMap { section(of: $0, under: names) }
  }

  private static func item(of argument: CommandHelp.Argument) -> [String] {
    let value = argument.valueName.map { " Ar \(escaped($0))" } ?? ""
    let names = (argument.names ?? []).map { name in
      (name.kind == "long" ? "Fl -" : "Fl ") + escaped(name.name) + (argument.kind == .option ? value : "")
    }
    let head = argument.kind == .positional ? value.dropFirst().description : names.joined(separator: " , ")
    var text = argument.abstract ?? ""
    if let value = argument.defaultValue, argument.kind != .flag { text += " (default: \(value))" }
    return [".It " + head, escaped(text)]
  }

  private static func shown(_ commands: [CommandHelp.Command]?) -> [CommandHelp.Command] {
    (commands ?? []).filter { $0.shouldDisplay ?? true && $0.commandName != "help" }
  }

  /// The text with what `mdoc` would take for its own commands escaped, one sentence on each line.
  static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\e").replacing("-", with: "\\-").split(separator: "\n").map { line in
      (line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" : "") + line
    }.joined(separator: "\n")
  }
}
