import Foundation

extension LinkTranslator {
  /// Rewrites the images and links of raw HTML.
  mutating func htmlSources(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
    return media(inHTML: images(inHTML: links(inHTML: text)))
  }

  /// Rewrites the sources of videos and sounds. A frame becomes a link.
  private mutating func media(inHTML text: String) -> String {
    guard text.contains("src") else { return text }
    var output = ""
    var rest = text[...]
    while let match = rest.firstMatch(
      of: /(?s)<(video|audio|source|track|iframe|embed)\b([^>]*?)\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)')([^>]*)>/)
    {
      output += rest[..<match.range.lowerBound]
      rest = rest[match.range.upperBound...]
      let source = String(match.3 ?? match.4 ?? "")
      let name = String(match.1)
      if name == "iframe" || name == "embed" {
        note(.frameReplaced(source))
        let address = source.hasPrefix("//") ? "https:" + source : address(of: source)
        output += address.map { "<a href=\"\($0)\">\(source)</a>" } ?? source
        if let end = rest.prefixMatch(of: /\s*<\/(?:iframe|embed)>/) { rest = rest[end.range.upperBound...] }
      } else if let address = address(of: source) {
        output += "<\(name)\(match.2)src=\"\(address)\"\(match.5)>"
      } else {
        output += "<\(name)\((match.2 + match.5).replacing(/\s+$/, with: ""))>"
      }
    }
    return output + rest
  }

  private mutating func links(inHTML text: String) -> String {
    guard text.contains("href") else { return text }
    var output = ""
    var rest = text[...]
    while let match = rest.firstMatch(of: /(<a\b[^>]*?)\s+href\s*=\s*(?:"([^"]*)"|'([^']*)')/) {
      output += rest[..<match.range.lowerBound] + match.1
      if let address = address(of: String(match.2 ?? match.3 ?? "")) { output += " href=\"\(address)\"" }
      rest = rest[match.range.upperBound...]
    }
    return output + rest
  }

  private mutating func images(inHTML text: String) -> String {
    guard text.contains("<img") else { return text }
    var output = ""
    var rest = text[...]
    while let match = rest.firstMatch(of: /<img\b[^>]*>/) {
      output += rest[..<match.range.lowerBound] + image(inHTML: String(match.0))
      rest = rest[match.range.upperBound...]
    }
    return output + rest
  }

  /// An `<img>` with its new source. If the image is not in the book, its alternative text or its name: an empty line
  /// would end the HTML around it.
  private mutating func image(inHTML tag: String) -> String {
    guard let source = tag.firstMatch(of: /\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/) else { return tag }
    let target = String(source.1 ?? source.2 ?? source.3 ?? "")
    let places = SourceFolder.places(of: target.removingPercentEncoding ?? target, from: path)
    if let resolved = places.first(where: files.has) {
      copied.insert(resolved)
      return tag.replacingCharacters(in: source.range, with: "src=\"\(ChapterTranslator.encoded(resolved))\"")
    }
    note(target.contains("://") ? .imageElsewhere(target) : .imageMissing(target))
    let alternative = tag.firstMatch(of: /\balt\s*=\s*(?:"([^"]*)"|'([^']*)')/)
    let words = alternative.map { String($0.1 ?? $0.2 ?? "") } ?? ""
    let name = target.split(separator: "/").last ?? ""
    return words.hasContent ? words : String(name.prefix { $0 != "?" && $0 != "#" })
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
