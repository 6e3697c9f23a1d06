import Formulas

/// Another usual reading of a notation.
public enum Reading: String, Hashable, Sendable, Codable, CaseIterable {
  /// `a · b` of two vectors as their inner product.
  case innerProduct
  /// `F(a + b)` as a product.
  case product
  /// `\log` as the logarithm to base 10.
  case decimalLogarithm
  /// `\log` as the logarithm to base 2.
  case binaryLogarithm
  /// `\lg` as the logarithm to base 2.
  case binaryShortLogarithm
  /// `(a, b)(c, d)` as the operation on pairs that the text defines.
  case definedOperation
  /// `2\frac{1}{2}` as two and a half.
  case mixedNumber
  /// `|x|` of a vector as its norm.
  case norm
  /// `f^2(x)` as f(f(x)).
  case repeatedCall
  /// `∂L/∂x` with all other names in L as constants.
  case fixedNames
  /// `a × 10^3 / b × 10^2` with the power of ten below the line.
  case scientificQuotient
  /// `a / bc` with both factors below the line.
  case juxtaposedDivisor
  /// `\frac{d}{dx} (x + 1)(x + 2)` as the derivative of the whole product.
  case derivativeOfProduct
  /// `\sin(x)^2` as the sine of x².
  case powerOfArgument
  /// `\tan \pi/4` as the tangent of π/4.
  case quotientInArgument
  /// `\cos 90` with its angle in degrees.
  case degrees
  /// `[a, b]^T` as the list itself, and `[a, b] [c, d]^T` as an inner product.
  case rowsAsLists

  var message: String {
    switch self {
    case .innerProduct: "it holds if the product of vectors is their inner product"
    case .product: "it holds if the brackets multiply"
    case .decimalLogarithm: "it holds for logarithms to base 10"
    case .binaryLogarithm, .binaryShortLogarithm: "it holds for logarithms to base 2"
    case .definedOperation: "it holds for the operation on pairs that the text defines"
    case .scientificQuotient: "it holds if the power of ten belongs to the divisor"
    case .juxtaposedDivisor: "it holds if the factor beside the divisor belongs to it"
    case .derivativeOfProduct: "it holds if the whole product is differentiated"
    case .powerOfArgument: "it holds if the exponent belongs to the argument of the function"
    case .quotientInArgument: "it holds if the divisor belongs to the argument of the function"
    case .degrees: "it holds for angles in degrees"
    case .mixedNumber: "it holds for mixed numbers"
    case .rowsAsLists: "it holds if the lists between brackets are rows"
    case .norm: "it holds if the bars are a norm"
    case .fixedNames: "it holds if the derivative keeps all other names fixed"
    case .repeatedCall: "it holds if the exponent of a function repeats its call"
    }
  }

  /// The expression in this reading; nil if the reading changes nothing.
  func applied(to expression: MathExpression, in environment: FormulaEnvironment) -> MathExpression? {
    let read = change(expression, environment)
    return read == expression ? nil : read
  }

  private func change(_ expression: MathExpression, _ environment: FormulaEnvironment) -> MathExpression {
    let inner = expression.mapChildren { change($0, environment) }
    switch (self, inner) {
    case (.product, .application(let symbol, let arguments))
    where arguments.count == 1 && symbol.labels.isEmpty && environment.functions[symbol.name] == nil
      && ElementaryFunction.builtin(symbol) == nil:
      return .product([Factor(.symbol(symbol)), Factor(arguments[0])])
    case (.decimalLogarithm, .function(.naturalLogarithm, let arguments)):
      return .function(.decimalLogarithm, arguments)
    case (.binaryLogarithm, .function(.naturalLogarithm, let arguments)):
      return .function(.binaryLogarithm, arguments)
    case (.binaryShortLogarithm, .function(.decimalLogarithm, let arguments)):
      return .function(.binaryLogarithm, arguments)
    case (.juxtaposedDivisor, .product(let factors)): return .product(Self.withJuxtaposedDivisors(factors))
    case (.innerProduct, .product(let factors)):
      return .product(Self.withInnerProducts(factors, environment))
    case (.powerOfArgument, .power(.function(let function, let arguments), let exponent))
    where arguments.count == 1:
      return .function(function, [.power(arguments[0], exponent)])
    case (.scientificQuotient, .product(let factors)):
      return .product(Self.withScientificDivisors(factors))
    case (.derivativeOfProduct, .product(let factors)):
      guard case .derivative(var derivative)? = factors.first?.expression else { return inner }
      derivative.subject = .product([Factor(derivative.subject)] + factors.dropFirst())
      return .derivative(derivative)
    case (.quotientInArgument, .product(let factors)): return .product(Self.withDividedArguments(factors))
    case (.quotientInArgument, .fraction(.function(let function, let arguments), let below))
    where arguments.count == 1:
      return .function(function, [.fraction(arguments[0], below)])
    case (.degrees, .function(let function, let arguments)) where function.takesAngle:
      return .function(
        function,
        arguments.map {
          .product([Factor($0), Factor(.fraction(.symbol(MathSymbol("π")), .integer(180)), sign: .dot)])
        })
    case (.mixedNumber, .product(let factors)): return Self.withMixedNumbers(factors)
    case (.rowsAsLists, .product(let factors)) where factors.count == 2:
      guard case .vector = factors[0].expression, case .vector = factors[1].expression,
        factors[1].sign != .division
      else { return inner }
      return .product([
        Factor(.transposed(factors[0].expression)), Factor(factors[1].expression, sign: .dot),
      ])
    case (.rowsAsLists, .transposed(.vector(let items))): return .vector(items)
    case (.norm, .absolute(let part)): return .norm(part, order: nil)
    case (.repeatedCall, .power(.application(let symbol, let arguments), .number(let exponent)))
    where arguments.count == 1 && exponent.isInteger && (2...6).contains(exponent.doubleValue):
      return (1..<Int(exponent.doubleValue)).reduce(.application(symbol, arguments)) { call, _ in
        .application(symbol, [call])
      }
    default: return inner
    }
  }

  /// The factors with a power of ten as a part of the divisor before it.
  private static func withScientificDivisors(_ factors: [Factor]) -> [Factor] {
    var result: [Factor] = []
    for factor in factors {
      if let last = result.last, last.sign == .division, case .number = last.expression,
        case .power(let ten, _) = factor.expression, ten == .integer(10), factor.sign != .division
      {
        result[result.count - 1].expression = .product([Factor(last.expression), factor])
      } else {
        result.append(factor)
      }
    }
    return result
  }

  /// The factors with all factors beside a divisor as parts of it.
  private static func withJuxtaposedDivisors(_ factors: [Factor]) -> [Factor] {
    var result: [Factor] = []
    for factor in factors {
      if let last = result.last, last.sign == .division, factor.sign == .juxtaposed {
        result[result.count - 1].expression = .product([Factor(last.expression), factor])
      } else {
        result.append(factor)
      }
    }
    return result
  }

  /// The factors with a divisor as a part of the argument before it.
  private static func withDividedArguments(_ factors: [Factor]) -> [Factor] {
    var result: [Factor] = []
    for factor in factors {
      if factor.sign == .division, let last = result.last,
        case .function(let function, let arguments) = last.expression, arguments.count == 1
      {
        let quotient = MathExpression.fraction(arguments[0], factor.expression)
        result[result.count - 1].expression = .function(function, [quotient])
      } else {
        result.append(factor)
      }
    }
    return result
  }

  /// The product with a whole number and a fraction beside it as their sum.
  private static func withMixedNumbers(_ factors: [Factor]) -> MathExpression {
    var result: [Factor] = []
    for factor in factors {
      if let last = result.last, factor.sign == .juxtaposed, case .number(let whole) = last.expression,
        whole.isInteger, case .fraction(.number(let above), .number(let below)) = factor.expression,
        above.isInteger, below.isInteger, above.doubleValue < below.doubleValue
      {
        result[result.count - 1].expression = .sum([last.expression, factor.expression])
      } else {
        result.append(factor)
      }
    }
    return result.count == 1 ? result[0].expression : .product(result)
  }

  private static func withInnerProducts(_ factors: [Factor], _ environment: FormulaEnvironment) -> [Factor] {
    var result: [Factor] = []
    for factor in factors {
      if let last = result.last, factor.sign == .dot || factor.sign == .juxtaposed,
        isVector(last.expression, environment), isVector(factor.expression, environment)
      {
        result[result.count - 1].expression = .transposed(last.expression)
        result.append(Factor(factor.expression, sign: .dot))
      } else {
        result.append(factor)
      }
    }
    return result
  }

  private static func isVector(_ expression: MathExpression, _ environment: FormulaEnvironment) -> Bool {
    var evaluator = FormulaEvaluator(environment)
    if case .vector? = try? evaluator.value(of: expression) { return true }
    if case .symbol(let symbol) = expression {
      return symbol.style == "bold" || symbol.accents.contains("vec")
        || symbol.accents.contains("overrightarrow")
    }
    return false
  }
}

extension ElementaryFunction {
  /// Whether the argument of the function may be an angle.
  fileprivate var takesAngle: Bool { [.sine, .cosine, .tangent].contains(self) }
}
