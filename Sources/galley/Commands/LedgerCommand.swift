import ArgumentParser
import Book

/// `galley ledger`
struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "List the numbers in prose, tables and captions that nothing accounts for.",
    discussion: """
      A number is computed, cited by a link or a footnote in its paragraph, declared under 'constants' in the front matter or in book.yml, or \
      a count of up to twelve. With 'ledger: required' in book.yml any other one is an error of every command.
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
