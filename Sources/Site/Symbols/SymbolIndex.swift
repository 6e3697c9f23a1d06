import Book
import Runner

/// Finds declarations by their names, and their places on the pages of the reference.
struct SymbolIndex: Sendable, Equatable {
  /// The modules, sorted by their names.
  let modules: [ModuleSymbols]
  private var anchors: [String: String] = [:]
  private var places: [String: String] = [:]
  private var names: [String: String] = [:]
  private var symbols: [String: Symbol] = [:]
  private var types: [[String]: Symbol] = [:]

  /// The index of `modules`.
  init(_ modules: [ModuleSymbols] = []) {
    self.modules = modules.sorted { $0.name < $1.name }
    for module in self.modules {
      names[module.name] = names[module.name] ?? Self.page(of: module.name)
      // The page has these anchors itself.
      var taken: Set = ["main", "contents", "outline-title"]
      for symbol in module.symbols {
        let base = Self.anchor(of: symbol.path)
        var anchor = base
        var number = 1
        while !taken.insert(anchor).inserted {
          number += 1
          anchor = "\(base)-\(number)"
        }
        anchors[symbol.usr] = anchor
        symbols[symbol.usr] = symbol
        if symbol.isType, types[symbol.path] == nil { types[symbol.path] = symbol }
        let place = "\(Self.page(of: module.name))#\(anchor)"
        places[symbol.usr] = place
        // The first of several declarations with one name: they are together on the page.
        for name in Self.names(of: symbol.path) {
          for name in [name, "\(module.name).\(name)"] where names[name] == nil { names[name] = place }
        }
      }
    }
  }

  /// The page of a module's reference. No chapter's page has a name with two dots.
  static func page(of module: String) -> String { "module.\(module).html" }

  /// The anchor of a declaration on its module's page; empty for a declaration of another module.
  func anchor(of symbol: Symbol) -> String { anchors[symbol.usr] ?? "" }

  /// The declaration with this identifier; nil if no module of the book has it.
  func symbol(ofUSR usr: String) -> Symbol? { symbols[usr] }

  /// The type with this path; nil if no module of the book has it.
  func type(at path: [String]) -> Symbol? { types[path] }

  /// The address of a declaration; nil if no page describes it.
  func place(ofUSR usr: String) -> String? { places[usr] }

  /// The address of a declaration or a module: `RMSProp`, `RMSProp/step(_:gradient:)`, `RMSProp.step`,
  /// `Optimizers/RMSProp`.
  func place(ofName name: String) -> String? { names[Self.parts(of: name).joined(separator: ".")] }

  /// The name that is most like `name`.
  func nearest(to name: String) -> String? {
    nearestName(to: Self.parts(of: name).joined(separator: "."), among: names.keys.sorted())
  }

  /// Whether `text` is spelled like the name of a declaration.
  static func isName(_ text: String) -> Bool {
    text.wholeMatch(of: /[\p{L}_][\p{L}\p{N}_]*([.\/][\p{L}_][\p{L}\p{N}_]*)*(\([\p{L}\p{N}_:]*\))?/) != nil
  }

  private static func parts(of name: String) -> [String] {
    name.split { $0 == "/" || $0 == "." }.map(String.init)
  }

  /// The names by which a text may call a declaration: with and without the labels of its arguments.
  private static func names(of path: [String]) -> [String] {
    let short = path.map { $0.split(separator: "(").first.map(String.init) ?? $0 }
    return [path.joined(separator: "."), short.joined(separator: ".")]
  }

  /// `RMSProp.step(_:gradient:)` → `RMSProp.step-gradient`.
  private static func anchor(of path: [String]) -> String {
    let words = path.joined(separator: ".").split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "_" }
      .filter { $0 != "_" }
    return words.isEmpty ? "operator" : words.joined(separator: "-")
  }

  /// The modules decide everything else.
  static func == (left: SymbolIndex, right: SymbolIndex) -> Bool {
    left.modules.map(\.digest) == right.modules.map(\.digest)
  }
}
