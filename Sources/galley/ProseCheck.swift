import ArgumentParser
import Site

/// Looks at what only a page shows: formulas that cannot be set, references and links to nothing.
struct ProseCheck {
  let workshop: Workshop
  let examined: Workshop.Examined

  /// Tells every mistake; false when there is one.
  func run(triesLinks: Bool) async throws -> Bool {
    // What did not run shows no figures, so that references to them would be blamed for it.
    guard examined.isWhole else { return true }
    let pages: SitePages
    do {
      pages = try workshop.siteBuilder.pages(
        of: examined.book.settings, examined.results, report: examined.report,
        materials: try examined.materials.get())
    } catch let missing as SiteBuilder.Missing {
      Terminal.standardError.write("references and links were not checked: \(missing.description)")
      return true
    }
    workshop.printer.show(pages.diagnostics)
    let areLinksSound = triesLinks ? try await tryLinks(pages.externalLinks) : true
    return pages.isSound && areLinksSound
  }

  /// Tells what came of each link; false when one of them leads to a page that does not exist.
  private func tryLinks(_ links: [ExternalLink]) async throws -> Bool {
    let results: [LinkProbe.Result]
    do {
      results = try await LinkProbe().results(of: links)
    } catch let missing as SiteBuilder.Missing {
      Terminal.standardError.write("\(missing.description)\n")
      return false
    }
    for result in results {
      switch result.outcome {
      case .found(let status, let address):
        print("\(result.link.position): \(result.link.url): \(status)\(address.map { ", now \($0)" } ?? "")")
      case .notTried: print("\(result.link.position): \(result.link.url): not tried, neither http nor https")
      case .gone, .refused, .unreachable: break
      }
    }
    let diagnostics = results.compactMap(\.diagnostic)
    workshop.printer.show(diagnostics)
    return !diagnostics.hasErrors
  }
}
