/// The sign between two sides of a statement.
public struct Relation: Hashable, Sendable {
  /// What the sign says.
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
    /// `\propto`.
    case proportional
    /// `\in`, `\subset`.
    case belongs
    /// `\sim`.
    case distributed
    /// `\to`.
    case tends
    /// `\Rightarrow`, `\iff`: separates two statements.
    case implies

    /// The sign itself.
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
      case .proportional: "∝"
      case .belongs: "∈"
      case .distributed: "∼"
      case .tends: "→"
      case .implies: "⇒"
      }
    }
  }

  /// What the sign says.
  public var kind: Kind
  /// Where it stands.
  public var position: FormulaPosition
}
