/// An error in reading a formula, with its position and its token.
public struct ReadingError: Error, Hashable, Sendable {
  /// The kind of problem.
  public enum Problem: Hashable, Sendable {
    /// The token is not allowed at its position.
    case unexpectedToken
    /// An operator or command lacks its operand.
    case expectedExpression
    /// A group, bracket, bar or environment is not closed; the text is the missing closing token.
    case unclosed(String)
    /// A closing brace, `\right` or `\end` without its opening.
    case unopened
    /// The command is not known.
    case unknownCommand
    /// The environment is not known.
    case unknownEnvironment
    /// A symbol has two subscripts or two superscripts.
    case doubleScript
    /// A number has two points: `1.1.1`.
    case twoPoints
    /// Groups are nested deeper than `FormulaParser.depthLimit`.
    case tooDeep
    /// The text has more than `FormulaLexer.sizeLimit` bytes.
    case tooLong
  }

  /// The kind of problem.
  public var problem: Problem
  /// The token at which reading stopped; empty at the end of the text.
  public var token: String
  /// The position of the token.
  public var position: FormulaPosition

  package init(problem: Problem, token: String, position: FormulaPosition) {
    self.problem = problem
    self.token = token
    self.position = position
  }
}

extension ReadingError: CustomStringConvertible {
  /// The problem in one sentence, without the position.
  public var description: String {
    let token = token.isEmpty ? "the end of the formula" : "'\(token.prefix(40))'"
    switch problem {
    case .unexpectedToken: return "\(token) is not allowed here"
    case .expectedExpression: return "an expression is missing before \(token)"
    case .unclosed(let closer): return "'\(closer)' is missing before \(token)"
    case .unopened: return "\(token) has no opening counterpart"
    case .unknownCommand: return "the command \(token) is not known"
    case .unknownEnvironment: return "the environment \(token) is not known"
    case .doubleScript: return "a second subscript or superscript at \(token); add braces"
    case .twoPoints: return "the number \(token) has two points"
    case .tooDeep: return "groups are nested too deeply at \(token)"
    case .tooLong: return "the formula is too long"
    }
  }
}
