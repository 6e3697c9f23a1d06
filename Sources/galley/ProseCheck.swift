import ArgumentParser
import Site

/// Looks at what only a page shows: formulas that cannot be set, references and links to nothing.
struct ProseCheck {
  let workshop: Workshop
  let examined: Workshop.Examined

  /// Tells every mistake; false when there is one.
  func run(listsLinks: Bool) throws -> Bool {
    // What did not run shows no figures, so that references to them would be blamed for it.
    guard examined.isWhole else { return true }
    let builder = SiteBuilder(cache: workshop.cache, folder: workshop.folder.path)
    let pages: SitePages
    do {
      pages = try builder.pages(
        of: examined.book.settings, examined.results, report: examined.report, diagrams: examined.diagrams)
    } catch let missing as SiteBuilder.Missing {
      Terminal.standardError.write("references and links were not checked: \(missing.description)")
      return true
    }
    workshop.printer.show(pages.diagnostics)
    if listsLinks {
      for link in pages.externalLinks { print("\(link.position): \(link.url)") }
    }
    return pages.diagnostics.isEmpty
  }
}
