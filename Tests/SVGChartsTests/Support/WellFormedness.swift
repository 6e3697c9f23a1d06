import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads a document with an independent XML parser and collects the facts that tests ask about.
final class SVGReader: NSObject, XMLParserDelegate {
  private(set) var error: String?
  private(set) var ids: [String] = []
  private(set) var elementCounts: [String: Int] = [:]
  private(set) var texts: [String] = []
  private var text = ""

  init(_ svg: String) {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    if !parser.parse() {
      error = "line \(parser.lineNumber): \(parser.parserError.map { "\($0)" } ?? "not well formed")"
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    elementCounts[name, default: 0] += 1
    if let id = attributes["id"] { ids.append(id) }
    text = ""
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?)
  {
    if name == "text" { texts.append(text) }
    text = ""
  }
}

/// The coordinates of a drawing that are not numbers.
func badNumbers(_ svg: String) -> [String] {
  // Words of labels may well say "nan"; coordinates are inside attributes that begin so.
  var found: [String] = []
  for name in [" d=\"", " x=\"", " y=\"", " width=\"", " height=\"", " viewBox=\"", " stroke-width=\""] {
    for part in svg.components(separatedBy: name).dropFirst() {
      let value = part.prefix { $0 != "\"" }
      if value.contains("n") || value.contains("i") || value.contains("e") {
        found.append(name + value.prefix(60))
      }
    }
  }
  return found
}
