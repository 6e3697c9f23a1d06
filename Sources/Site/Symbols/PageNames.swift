import Book
import GFM
import Runner

/// The names in the listings of one page, with the cards that tell their types.
struct PageNames {
  private let names: CodeNames
  private let symbols: SymbolIndex
  /// The number of the first line of each block in the chapter's code.
  private var lines: [Int: Int] = [:]
  /// The number of the card of each text.
  private var numbers: [String: Int] = [:]
  /// The texts of the cards in the order of their first use.
  private(set) var cards: [String] = []

  /// The names of a chapter; without any names if `names` is nil.
  init(_ chapter: Chapter, _ names: CodeNames?, symbols: SymbolIndex) {
    self.names = names ?? CodeNames()
    self.symbols = symbols
    if names == nil { return }
    let code = chapter.blocks.filter { $0.role == .swiftRun }.flatMap(\.lines)
    for (number, line) in code.enumerated() { lines[line.position.line] = number }
  }

  /// The tags of the names in a listing, by the offset of the name in its code.
  mutating func tags(in listing: [CodeLine]) -> [Int: NameTag] {
    var tags: [Int: NameTag] = [:]
    var start = 0
    for line in listing {
      if let number = lines[line.position.line], let uses = names.uses[number] {
        for (offset, name) in uses.sorted(by: { $0.key < $1.key }) {
          tags[start + offset] = tag(names.names[name])
        }
      }
      start += line.text.utf8.count + 1
    }
    return tags
  }

  private mutating func tag(_ name: CodeNames.Name) -> NameTag {
    let symbol = self.symbol(name)
    let card = self.card(name, symbol)
    let isFirst = numbers[card] == nil
    let number = numbers[card] ?? cards.count + 1
    if isFirst {
      numbers[card] = number
      cards.append(card)
    }
    return NameTag(
      length: name.text.utf8.count, number: number, place: symbol.flatMap { symbols.place(ofUSR: $0.usr) },
      isTabStop: isFirst)
  }

  /// The declaration of a name; for an initializer, which the name of a type calls, the type.
  private func symbol(_ name: CodeNames.Name) -> Symbol? {
    guard let symbol = symbols.symbol(ofUSR: name.usr) else {
      return name.isType && name.usr.isEmpty ? symbols.type(at: [name.text]) : nil
    }
    return symbol.kind == "init" ? symbols.type(at: Array(symbol.path.dropLast())) ?? symbol : symbol
  }

  private func card(_ name: CodeNames.Name, _ symbol: Symbol?) -> String {
    let words = symbol.map { DocumentationText.summary(of: $0.documentation) } ?? ""
    return text(name, symbol) + (words.isEmpty ? "" : "\n" + words)
  }

  private func text(_ name: CodeNames.Name, _ symbol: Symbol?) -> String {
    if name.isType {
      return name.type.hasSuffix(".Type") ? String(name.type.dropLast(".Type".count)) : name.type
    }
    if let symbol, symbol.kind != "property", name.type.contains("->") {
      return symbol.declaration.map(\.text).joined()
    }
    return "\(name.text): \(name.type)"
  }

  /// The place of a page's style sheet in the site.
  static func path(of slug: String) -> String { "assets/names/\(slug).css" }

  /// A style sheet with the text of each card. The theme shows it while a name is pointed at or has the focus. Such a
  /// rule costs a browser nothing, other than one that looks for the name in the whole page.
  var rules: String { cards.enumerated().map { ".n\($0 + 1){--card:\"\(Self.quoted($1))\"}" }.joined() }

  /// A text as a string of a style sheet.
  private static func quoted(_ text: String) -> String {
    text.escaping(["\\": "\\\\", "\"": "\\\"", "\n": "\\a ", "\r": ""])
  }
}

/// The mark-up of a name in a listing.
struct NameTag: Equatable {
  /// The length of the name in bytes.
  var length: Int
  /// The number of its card.
  var number: Int
  /// The address of its description in the reference; nil if there is none.
  var place: String?
  /// Whether the Tab key stops here. It stops once for each card.
  var isTabStop: Bool

  /// The tag before the name.
  var opening: String {
    guard let place else { return "<span class=\"n\(number)\">" }
    return "<a class=\"n\(number)\" href=\"\(escapeHTML(place))\"\(isTabStop ? "" : " tabindex=\"-1\"")>"
  }

  /// The tag after the name.
  var closing: String { place == nil ? "</span>" : "</a>" }
}
