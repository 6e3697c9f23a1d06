import ArgumentParser
import Foundation

/// `galley why`
struct WhyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why", abstract: "Explain why a chapter would run again, without running it.")

  @Argument(
    help: ArgumentHelp("The path of the chapter, as in messages, or a part of it.", valueName: "chapter"))
  var chapter: String

  @OptionGroup var book: BookOptions
  @OptionGroup var isolation: IsolationOptions

  func run() async throws {
    let workshop = Workshop(book, isolation)
    let (settings, plans) = try await workshop.plans(of: [chapter])
    let runner = try await workshop.runner(for: settings)
    for plan in plans {
      for sentence in runner.rerunReason(of: plan).sentences { print("\(plan.chapter): \(sentence)") }
    }
  }
}
