import ArgumentParser
import Book
import Foundation
import Preview
import Site

/// `galley serve`
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Show the book in a browser while it is written.",
    discussion: """
      Every change of a chapter is run and shown at once, at the place where the reader was; what is wrong is laid \
      over the page. Only this machine can see it. It goes on until it is interrupted.
      """)

  @OptionGroup var book: BookOptions

  @Option(help: "The port at 127.0.0.1; zero takes any that is free.")
  var port: UInt16 = 4000

  func run() async throws {
    let state = PreviewState()
    let server = try PreviewServer(port: port, state: state)
    let workshop = Workshop(book)
    let port = port
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        do {
          try await server.run { Terminal.standardError.write("http://127.0.0.1:\($0)/") }
        } catch is CancellationError {
        } catch {
          throw ValidationError("port \(port) cannot be listened on; name a free one with '--port'")
        }
      }
      group.addTask { await Proofing(workshop: workshop, state: state).follow() }
      try await group.next()
      group.cancelAll()
    }
  }
}
