import ArgumentParser
import Book
import Foundation
import Preview
import Site

/// `galley serve`
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Show the book in a browser while you write it.",
    discussion: """
      The command runs and shows every change of a chapter at once, and the page keeps its scroll position. Errors \
      appear on top of the page. Only this machine can open the page. The command runs until you interrupt it.
      """)

  @OptionGroup var book: BookOptions
  @OptionGroup var options: RunOptions

  @Option(help: "The port on 127.0.0.1; 0 picks a free port.")
  var port: UInt16 = 4000

  func run() async throws {
    let workshop = Workshop(book, options)
    guard workshop.folder.exists else {
      throw ValidationError(
        "\(book.book): there is no 'book.yml' here or in 'Chapters'; name the folder of a book, or begin one with 'galley new'"
      )
    }
    let state = PreviewState()
    let server = try PreviewServer(port: port, state: state)
    let port = port
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        do {
          try await server.run { Terminal.standardError.write("http://127.0.0.1:\($0)/") }
        } catch is CancellationError {
        } catch {
          throw ValidationError("the server cannot listen on port \(port); choose a free port with '--port'")
        }
      }
      group.addTask { await Proofing(workshop: workshop, state: state).follow() }
      try await group.next()
      group.cancelAll()
    }
  }
}
