import Testing

@testable import galley

@Suite("The spelling of commands")
struct CommandSpellingTests {
  @Test(
    "an unknown command suggests the nearest one, or lists all",
    arguments: [
      (["biuld"], "there is no command 'biuld'; did you mean 'build'?"),
      (["export", "notbook", "."], "there is no command 'notbook'; did you mean 'notebook'?"),
      (["data", "zzzzzz"], "there is no command 'zzzzzz'; the commands are list, fetch"),
    ])
  func unknown(arguments: [String], message: String) {
    #expect(CommandSpelling.problem(in: arguments, of: Galley.self) == message)
  }

  @Test(
    "known commands, options and arguments are left to the parser",
    arguments: [
      [], ["build", "biuld"], ["--version"], ["export"], ["export", "pdf"], ["help", "biuld"],
      ["exercise", "--help"],
    ])
  func known(arguments: [String]) { #expect(CommandSpelling.problem(in: arguments, of: Galley.self) == nil) }

  @Test(
    "an option without effect on a command is refused",
    arguments: [["why", "a", "--fresh"], ["ledger", "--isolate"], ["exercise", "list", "--library", "x"]])
  func foreign(arguments: [String]) throws {
    let result = try TemporaryBook(["01-a.md": "# A\n"]).galley(arguments)
    #expect(result.status == 2 && result.errors.contains("Unknown option"), "\(result.errors)")
  }
}
