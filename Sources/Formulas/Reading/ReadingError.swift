/// Why a formula could not be read, where, and at which token.
public struct ReadingError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    /// A token that cannot stand here.
    case unexpectedToken
    /// An operator or command lacks its operand.
    case expectedExpression
    /// A group, bracket, bar or environment is not closed; the text names what would close it.
    case unclosed(String)
    /// A closing brace, `\right` or `\end` without its opening.
    case unopened
    /// A command that is not known.
    case unknownCommand
    /// An environment that is not known.
    case unknownEnvironment
    /// Two subscripts or two superscripts on one symbol.
    case doubleScript
    /// Groups are nested deeper than `FormulaParser.depthLimit`.
    case tooDeep
    /// The text has more than `FormulaLexer.sizeLimit` bytes.
    case tooLong
  }

  /// What is wrong.
  public var problem: Problem
  /// The token at which reading stopped; empty at the end of the text.
  public var token: String
  /// Where the token stands.
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
    case .unexpectedToken: return "\(token) cannot stand here"
    case .expectedExpression: return "an expression is missing before \(token)"
    case .unclosed(let closer): return "'\(closer)' is missing before \(token)"
    case .unopened: return "\(token) closes nothing"
    case .unknownCommand: return "the command \(token) is not known"
    case .unknownEnvironment: return "the environment \(token) is not known"
    case .doubleScript: return "a second script at \(token); add braces"
    case .tooDeep: return "groups are nested too deeply at \(token)"
    case .tooLong: return "the formula is too long"
    }
  }
}
