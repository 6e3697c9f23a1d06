import ArgumentParser
import Book
import Site

/// Finds mistakes that show only on a page: formulas that cannot be typeset, references and links without a target.
struct ProseCheck {
  let workshop: Workshop
  let examined: Workshop.Examined

  /// Prints every mistake. Returns the warnings, or nil if there is an error.
  func run(triesLinks: Bool) async throws -> [Diagnostic]? {
    // A block that did not run has no figure, so every reference to that figure would be reported.
    guard examined.isWhole else { return [] }
    let display = WorkDisplay("setting the pages")
    defer { display.end() }
    let pages: SitePages
    do {
      pages = try workshop.siteBuilder.pages(
        of: examined.book.settings, examined.results, report: examined.report,
        materials: try examined.materials.get())
    } catch let missing as SiteBuilder.Missing {
      Terminal.standardError.write("references and links were not checked: \(missing.description)")
      return []
    }
    display.end()
    workshop.printer.show(pages.diagnostics)
    let areLinksSound = triesLinks ? try await tryLinks(pages.externalLinks) : true
    return pages.isSound && areLinksSound ? pages.diagnostics : nil
  }

  /// Prints the result of each link. Returns false if a link leads to a page that does not exist.
  private func tryLinks(_ links: [ExternalLink]) async throws -> Bool {
    let display = WorkDisplay("trying \(links.count) links")
    defer { display.end() }
    let results: [LinkProbe.Result]
    do {
      results = try await LinkProbe().results(of: links)
    } catch let missing as SiteBuilder.Missing {
      Terminal.standardError.write("\(missing.description)\n")
      return false
    }
    display.end()
    for result in results {
      switch result.outcome {
      case .found(let status, let address):
        print("\(result.link.position): \(result.link.url): \(status)\(address.map { ", now \($0)" } ?? "")")
      case .notTried:
        print("\(result.link.position): \(result.link.url): not tried, because it is neither http nor https")
      case .gone, .refused, .unreachable: break
      }
    }
    let diagnostics = results.compactMap(\.diagnostic)
    workshop.printer.show(diagnostics)
    return !diagnostics.hasErrors
  }
}
