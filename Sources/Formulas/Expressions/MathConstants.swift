/// The symbols that stand for a number unless a text gives them another meaning.
package enum MathConstants {
  package static func isConstant(_ symbol: MathSymbol) -> Bool { value(of: symbol) != nil }

  package static func value(of symbol: MathSymbol) -> Double? {
    // No constant has a longer name, and comparing a long one with a Greek letter takes time.
    guard symbol.name.utf8.count <= 3 else { return nil }
    return switch symbol.name {
    case "π": Double.pi
    case "e", "ℯ": 2.718281828459045
    case "∞": Double.infinity
    default: nil
    }
  }
}
