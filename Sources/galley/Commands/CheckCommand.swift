import ArgumentParser
import Site

/// `galley check`
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Run the book and judge every check, every reference and every link in it.")

  @OptionGroup var book: BookOptions
  @OptionGroup var reports: ReportOptions

  @Flag(help: "List the links that lead out of the book, with their places. Nothing is sent anywhere.")
  var links = false

  func run() async throws {
    let workshop = Workshop(book)
    let examined = try await workshop.examine()
    try workshop.write(examined.report, reports)
    print(workshop.summary(examined.report))
    let isSound = try ProseCheck(workshop: workshop, examined: examined).run(listsLinks: links)
    if examined.report.failed > 0 { throw ExitCode.failedCheck }
    if !isSound { throw ExitCode.invalidInput }
  }
}
