import Formulas

extension Statement {
  /// Whether the statement consists of comparisons: `a < b`, `a ≤ b ≤ c`.
  var isComparison: Bool { relations.allSatisfy(\.kind.isComparison) }

  /// Whether dots stand for some sides of the chain.
  var hasEllipsisForSide: Bool { sides.contains { $0.expression.isEllipsis } }

  /// Whether the statement is a congruence whose modulus may stand outside of it: `a \equiv b \ (mod\ n)`.
  var speaksOfModulus: Bool {
    latex.contains("\\equiv") || latex.contains("≡") || latex.contains(/\(\s*(\\[a-z]+\s*\{?\s*)?mod[^a-z]/)
  }

  /// Whether the statement has a norm of functions, such as that of L²: its subscript names a space.
  var hasNormOfSpace: Bool {
    latex.contains(/(\\r?[Vv]ert|\\\||\|)\s*_\s*\{?\s*([A-EGHJ-Z]|\\mathcal|\\Omega|\\mathbb)/)
      || latex.contains(/(\\r?Vert|\\\|)\s*_\s*\{?\s*([a-oq-z*⋆]|\\star|\\ast|\\alpha|\\beta)([^A-Za-z]|$)/)
  }

  /// Whether a letter before brackets may be an operator: `S[a + b]`, `\rho(A)`, and `e^T` with a matrix T.
  var mayCallOperator: Bool {
    latex.contains(/(^|[^\\A-Za-z])[A-DF-OQ-UW-Z]\[/) || latex.contains(/[^A-Za-z]e\^\{?T\}?([^A-Za-z]|$)/)
      || latex.contains(/\\(rho|sigma|lambda|mu|nu|phi|psi|chi|tau|kappa|Phi|Psi)\s*\(\s*[A-Z]\s*\)/)
  }

  /// Whether the statement applies a polynomial of an operator: `P(D) y`.
  var appliesOperator: Bool {
    !latex.contains("\\mid") && latex.contains(/[A-Za-z]'?\s*\(\s*D\s*([-+]\s*\w+\s*)?\)/)
  }

  /// Whether the statement has two operations between letters, as in `a \circ (b * c)`. Their meaning is a matter of
  /// definition.
  var hasTwoOperations: Bool {
    latex.contains(/[^\^{]\s*\\circ/) && latex.contains(/[A-Za-z)]\s*(\*|\\ast)\s*[A-Za-z(]/)
  }

  /// Whether a list of letters in brackets has an exponent, such as (S, T)^a, so that it may be the arguments of a call.
  var raisesList: Bool {
    sides.contains { side in
      side.expression.contains { node in
        guard case .power(let base, _) = node, case .vector(let entries) = base else { return false }
        return entries.count >= 2 && entries.contains { !$0.symbols.isEmpty }
      }
    }
  }

  /// Whether the statement has a cycle of a permutation: `(a \ b)`.
  var hasCycle: Bool { latex.contains(/\(\s*\w+(\s*\\[ ,;]\s*\w+)+\s*\)/) }

  /// Whether a number with a comma, such as 279,175.8, stands in brackets, where commas separate the items of a list.
  var hasCommaInBrackets: Bool {
    latex.contains(/[\[(][^\[\]=]*[\[(+*\/ -]\d{1,3},\d{3}(?!\d)/) && !FormulaLexer.groupsThousands(latex)
  }

  /// Whether the statement has primes or derivatives of a given order: `f''`, `f^{(4)}`.
  var hasDerivativeMarks: Bool { latex.contains("'") || latex.contains("^{(") || latex.contains("\\prime") }

  /// Whether all sides but the last are names.
  var statesOnlyNames: Bool {
    !continuesPrevious
      && sides.dropLast().allSatisfy { if case .symbol = $0.expression { true } else { false } }
  }

  /// Whether an exponent stands behind a parenthesis: `\sin(x)^2`.
  var raisesParenthesis: Bool { latex.contains(/\\[a-z]+\s*(\\left)?\s*\([^()]*\)\s*\^/) }

  /// Whether the statement has the size of a matrix in brackets: `[m \times n]`.
  var hasSizes: Bool { latex.contains(/[\[(]\s*[a-z]\s*\\times\s*[a-z]\s*[\])]/) }

  /// A side in the middle of a chain that a space divides, so that it may belong to two equations: `a = b \; c = d`.
  var sideOfTwoEquations: String? {
    guard sides.count > 2 else { return nil }
    return sides.dropFirst().dropLast().map(\.latex).first { latex in
      ["\\;", "\\:", "\\ "].contains { space in
        latex.ranges(of: space).contains { range in
          let before = latex[..<range.lowerBound]
          let after = latex[range.upperBound...].drop { $0 == " " || $0 == "\n" }
          let opened = before.count { $0 == "{" || $0 == "(" } - before.count { $0 == "}" || $0 == ")" }
          let isOperand = { (character: Character?) in
            character.map { $0.isLetter || $0.isNumber || "\\{(})]".contains($0) } ?? false
          }
          // In `\\ ` the second backslash ends a row.
          return opened == 0 && before.last != "\\" && after.first != "d" && isOperand(after.first)
            && !after.hasPrefix("\\cdot") && !after.hasPrefix("\\times") && !after.hasPrefix("\\mathrm{d")
            && isOperand(before.last { $0 != " " && $0 != "\n" })
        }
      }
    }
  }

  /// A letter with a digit before parentheses or a sign, which is a name: `f1(x)`, `M1 + 2`.
  var nameWithDigit: String? {
    latex.firstMatch(of: /(?:^|[^A-Za-z\\^_{0-9.])([A-Za-z]\d)\s*[-(+*=]/).map { String($0.1) }
  }
}

extension MathExpression {
  /// Whether the expression is a number, a quotient of two numbers, an angle in degrees, or a list of these.
  var isPlainValue: Bool {
    switch self {
    case .number: true
    case .negated(let inner): inner.isPlainValue
    case .fraction(let above, let below): above.isWrittenNumber && below.isWrittenNumber
    case .product(let factors):
      factors.count == 2 && factors[0].expression.isWrittenNumber
        && (factors[1].expression == .fraction(.symbol(MathSymbol("π")), .integer(180))
          || factors[1].sign == .division && factors[1].expression.isWrittenNumber)
    case .vector(let items): items.allSatisfy(\.isPlainValue)
    case .interval(let first, let second, _, _): first.isPlainValue && second.isPlainValue
    default: false
    }
  }
}

extension Statement {
  /// Whether the statement begins with the number of an item: `(2) f(0) = 1`.
  var beginsWithItemNumber: Bool { latex.prefixMatch(of: /\s*\(\d{1,2}\)\s*[A-Za-z\\]/) != nil }

  /// Whether a single letter or a whole side stands in brackets, which may round it: `[x]`, `n = [3.7]`.
  var roundsDown: Bool {
    latex.contains(/(^|[^A-Za-z}\\])\[\s*[a-z]\s*\]/)
      || latex.contains(/=\s*(\\left\s*)?\[[^\[\],=&]+\]\s*[.,;]?\s*($|=)/)
  }

  /// Whether a number or a letter follows a percent sign, which then may be that of a remainder: `6 \% 2`.
  var hasRemainderSign: Bool {
    let parts = latex.split(separator: "%", omittingEmptySubsequences: false).dropFirst()
    return parts.contains { part in
      part.first { $0 != " " && $0 != "~" }.map { $0.isASCII && ($0.isNumber || $0.isLetter) } ?? false
    }
  }

  /// Whether an exponent stands behind the brackets of an expectation: `E[X - 1]^2`, `E(X - E(X))^2`.
  var raisesExpectation: Bool {
    latex.contains(/(^|[^A-Za-z])(\\mathbb\{E\}|E)\s*(\\left)?\s*\[[^\[\]=]*[-+][^\[\]=]*\]\s*\^/)
      || latex.contains(/(^|[^A-Za-z])(\\mathbb\{E\}|E)\s*(\\left)?\s*\([^=]*[-+][^=]*\)\s*\^/)
  }

  /// Whether the statement has ⊗, which may be any product.
  var hasTensorProduct: Bool { latex.contains("\\otimes") || latex.contains("⊗") }

  /// Whether a sum, a product or a chain of two letters is called: `(f + g)(0)`.
  func callsCombination(of functions: Set<String>) -> Bool {
    latex.matches(of: /\(\s*([A-Za-z])\s*(?:[-+\/]|\\cdot|\\circ)?\s*([A-Za-z])\s*\)\s*(?:\\left)?\s*\(/)
      .contains { functions.contains(String($0.1)) && functions.contains(String($0.2)) }
  }
}

extension MathExpression {
  /// Whether the expression is a product of powers of letters: στσ, τ⁻¹, 1.
  var isMonomial: Bool { self == .integer(1) || !symbols.isEmpty && isProductOfLetters }

  private var isProductOfLetters: Bool {
    switch self {
    case .symbol: true
    case .power(let base, _): base.isProductOfLetters
    case .product(let factors):
      factors.allSatisfy { $0.sign != .division && $0.expression.isProductOfLetters }
    default: false
    }
  }
}
