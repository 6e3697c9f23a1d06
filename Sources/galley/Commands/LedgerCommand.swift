import ArgumentParser
import Book

/// `galley ledger`
struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "List the numbers in prose, tables and captions that have no source.",
    discussion: """
      A number has a source if it is computed, if its paragraph cites a link or a footnote, if it is declared under \
      'constants' in the front matter or in book.yml, or if it counts up to twelve things. With 'ledger: required' in \
      book.yml, every command reports any other number as an error.
      """)

  @OptionGroup var book: BookOptions

  func run() throws {
    let workshop = Workshop(book)
    let reading = workshop.folder.read()
    workshop.printer.show(reading.diagnostics)
    guard let book = reading.book else { throw ExitCode.invalidInput }
    let problems = LedgerText.problems(of: book)
    workshop.printer.show(problems)
    print(LedgerText.summary(of: book))
    if !problems.isEmpty { throw ExitCode.failedCheck }
  }
}
