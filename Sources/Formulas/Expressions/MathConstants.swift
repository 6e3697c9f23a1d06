/// The symbols that stand for a number unless a text gives them another meaning.
package enum MathConstants {
  package static func isConstant(_ symbol: MathSymbol) -> Bool { value(of: symbol) != nil }

  package static func value(of symbol: MathSymbol) -> Double? {
    switch symbol.name {
    case "π": Double.pi
    case "e", "ℯ": 2.718281828459045
    case "∞": Double.infinity
    default: nil
    }
  }
}
