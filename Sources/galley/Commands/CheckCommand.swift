import ArgumentParser

/// `galley check`
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Run the book and judge every check.")

  @OptionGroup var book: BookOptions
  @OptionGroup var reports: ReportOptions

  func run() async throws {
    let workshop = Workshop(book)
    let examined = try await workshop.examine()
    try workshop.write(examined.report, reports)
    let edits = examined.edits
    if !edits.isEmpty {
      print(DifferenceText.text(of: edits))
      print("'galley accept' writes the numbers that the code gives")
    }
    print(workshop.summary(examined.report))
    if examined.report.failed > 0 { throw ExitCode.failedCheck }
  }
}
