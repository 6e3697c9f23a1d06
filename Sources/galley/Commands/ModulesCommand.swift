import ArgumentParser
import Runner

/// `galley modules`, for `make install`
struct ModulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "modules", abstract: "Build the modules for chapters if necessary, and print their folder.",
    shouldDisplay: false)

  @OptionGroup var book: BookOptions

  func run() async throws {
    let workshop = Workshop(book)
    guard let toolchain = Toolchain.find() else { throw ValidationError(Toolchain.missing) }
    print(try await workshop.library(for: workshop.folder.settings(), by: toolchain).folder)
  }
}
