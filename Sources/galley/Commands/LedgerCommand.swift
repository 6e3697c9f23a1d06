import ArgumentParser
import Book

/// `galley ledger`
struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "List the unaccounted numbers in prose, tables and captions.",
    discussion: """
      A number is accounted for if it is computed, cited by a link or a footnote in its paragraph, declared under \
      'constants' in the front matter or in book.yml, or a count of up to twelve. With 'ledger: required' in book.yml, \
      every command reports any other number as an error.
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
