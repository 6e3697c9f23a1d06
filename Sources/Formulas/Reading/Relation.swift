/// The sign between two sides of a statement.
public struct Relation: Hashable, Sendable {
  /// The meaning of the sign.
  public enum Kind: String, Hashable, Sendable {
    /// `=`, `\equiv`.
    case equals
    /// `:=`, `\triangleq`.
    case defines
    /// `\leftarrow`.
    case becomes
    /// `\approx`, `\simeq`.
    case approximates
    /// `<`, `\ll`.
    case less
    /// `\le`.
    case lessOrEqual
    /// `>`, `\gg`.
    case greater
    /// `\ge`.
    case greaterOrEqual
    /// `\neq`.
    case differs
    /// `\prec`, `\preceq`: an order that the text defines.
    case precedes
    /// `\succ`, `\succeq`.
    case succeeds
    /// `\propto`.
    case proportional
    /// `\in`, `\subset`.
    case belongs
    /// `\sim`.
    case distributed
    /// `\to`.
    case tends
    /// `\Rightarrow`, `\iff`: the sign separates two statements.
    case implies

    /// The Unicode sign, such as `≤`.
    public var text: String {
      switch self {
      case .equals: "="
      case .defines: ":="
      case .becomes: "←"
      case .approximates: "≈"
      case .less: "<"
      case .lessOrEqual: "≤"
      case .greater: ">"
      case .greaterOrEqual: "≥"
      case .differs: "≠"
      case .precedes: "≺"
      case .succeeds: "≻"
      case .proportional: "∝"
      case .belongs: "∈"
      case .distributed: "∼"
      case .tends: "→"
      case .implies: "⇒"
      }
    }
  }

  /// The meaning of the sign.
  public var kind: Kind
  /// The position of the sign in the formula.
  public var position: FormulaPosition
}
