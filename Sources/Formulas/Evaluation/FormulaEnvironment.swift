/// The values, definitions and functions for the evaluation of a formula.
public struct FormulaEnvironment: Sendable {
  /// A function that a text defines: `J(\theta) = \theta^2`.
  package struct Function: Hashable, Sendable {
    package var parameters: [MathSymbol]
    package var body: MathExpression

    /// Whether the function can be called with these arguments. More names than parameters may be fixed quantities,
    /// as in p(x; θ), but more numbers belong to another function.
    func accepts(_ arguments: [MathExpression]) -> Bool {
      parameters.count <= arguments.count
        && !arguments.dropFirst(parameters.count).contains(where: { $0.isNumeric })
    }

    /// Whether a call only repeats some of the parameters: L(θ) stands for L(θ, λ).
    func repeats(_ arguments: [MathExpression]) -> Bool {
      arguments.allSatisfy { argument in parameters.contains { .symbol($0) == argument } }
    }
  }

  /// The values by `MathExpression.quantityName`.
  package private(set) var values: [String: MathValue] = [:]
  /// The values by the name without the current index: `\theta` also stands for `\theta_t`.
  package var currentValues: [String: MathValue] = [:]
  /// The right-hand sides by the name that they define.
  package var definitions: [String: MathExpression] = [:]
  /// The definitions with running indices, such as `p_i`, by the name without these indices.
  private(set) var indexedDefinitions: [String: IndexedDefinition] = [:]
  /// Functions by name.
  package var functions: [String: Function] = [:]
  /// The conditions on quantities without a value, such as x > 0 or |q| < 1. Random points satisfy them.
  package var conditions: [MathExpression.Condition] = []
  /// The distributions that the text gives to random variables, by name.
  package var distributions: [String: NamedDistribution] = [:]
  /// The data that tables give, by the name of the symbol at their head.
  package var samples: [String: [MathScalar]] = [:]
  /// The names of the data of this part of the text.
  package var recentSamples: Set<String> = []
  /// The assumptions about random variables that the words near the statement mention.
  package var assumptions: Set<RandomAssumption> = []
  /// The numbers of the last list of data.
  package var data: [MathScalar] = []
  /// The terms that the words near the statement mention.
  package var topics: Set<TextTopic> = []
  /// The shapes that the text gives to letters, by name: X ∈ ℝ^{m×n}. A vector has one length.
  var shapes: [String: [MathExpression]] = [:]
  /// Whether the text says that the components of some list add up to one.
  package var normalises = false
  /// Whether `\theta` and `\theta_t` mean the same quantity, as in running texts.
  package var matchesCurrentIndex = false
  /// The source of random values for all other quantities; nil if they have no values.
  var random: RandomPoint?
  /// The effort that is left for the statement that is being judged; nil if nothing limits it.
  package var effort: EvaluationBudget?

  /// Creates an environment without values or definitions.
  public init() {}

  /// Gives a quantity a value; the name is LaTeX such as `\theta_{t+1}` or `\nabla J(\theta)`.
  public mutating func assign(_ value: MathValue, to latex: String) throws(ReadingError) {
    assign(value, to: try MathExpression(latex: latex))
  }

  /// Gives a quantity a value. Does nothing for an expression without a quantity name.
  public mutating func assign(_ value: MathValue, to quantity: MathExpression) {
    guard let name = quantity.quantityName, !quantity.isEllipsis else { return }
    values[name] = value
    currentValues[quantity.withoutCurrentIndex.description] = value
  }

  /// Gives the quantity with this name a value.
  package mutating func assign(_ value: MathValue, named name: String) { values[name] = value }

  /// The value given to a quantity, if there is one.
  public func value(of quantity: MathExpression) -> MathValue? {
    guard let name = quantity.quantityName else { return nil }
    return value(named: name, quantity: quantity)
  }

  package func value(named name: String, quantity: MathExpression) -> MathValue? {
    if let value = values[name] { return value }
    guard matchesCurrentIndex, !currentValues.isEmpty else { return nil }
    return currentValues[quantity.withoutCurrentIndex.description]
  }

  /// Removes the value of a symbol and keeps its definition.
  mutating func forgetValue(of symbol: MathSymbol) {
    values[symbol.name] = nil
    currentValues[symbol.name] = nil
  }

  package mutating func forget(_ quantity: MathExpression) {
    guard let name = quantity.quantityName else { return }
    values[name] = nil
    currentValues[quantity.withoutCurrentIndex.description] = nil
    definitions[name] = nil
  }

  /// Removes the values, definitions and functions whose names satisfy the condition.
  package mutating func forget(where isForgotten: (String) -> Bool) {
    values = values.filter { !isForgotten($0.key) }
    currentValues = currentValues.filter { !isForgotten($0.key) }
    definitions = definitions.filter { !isForgotten($0.key) }
    functions = functions.filter { !isForgotten($0.key) }
    distributions = [:]
    data = []
  }

  /// Removes all values except those of the named quantities; keeps all definitions.
  package mutating func forgetValues(keeping names: Set<String>) {
    values = values.filter { names.contains($0.key) }
    currentValues = [:]
  }

  /// Removes the values and definitions whose names satisfy the condition.
  package mutating func forgetValues(where isForgotten: (String) -> Bool) {
    values = values.filter { !isForgotten($0.key) }
    currentValues = currentValues.filter { !isForgotten($0.key) }
    definitions = definitions.filter { !isForgotten($0.key) }
  }

  /// Adds the definition of a left-hand side. Ignores a definition that contains the left-hand side itself.
  package mutating func define(_ quantity: MathExpression, as body: MathExpression) {
    guard let name = quantity.quantityName, !quantity.isEllipsis,
      !body.contains(where: { $0.quantityName == name })
    else { return }
    if case .application(let symbol, let written) = quantity {
      let arguments = written.map { $0.withoutBar }
      let parameters = arguments.compactMap { argument -> MathSymbol? in
        if case .symbol(let symbol) = argument { symbol } else { nil }
      }
      // With a function F of x, "F(a) = A" gives its value at a. A function or a matrix is no number on which a value
      // could depend: L(f, P) = 3 − δ.
      let isGiven = functions[symbol.name].map { $0.parameters != parameters } ?? false
      let isOfObjects =
        !body.symbols.isEmpty && parameters.contains { $0.isObject } && !symbol.isProbabilitySign
      // "There is x' with g(x') = x" is a condition on x'.
      let isPreimage =
        if case .symbol(let image) = body {
          parameters.contains { $0 != image && $0.base == image.base && $0.subscripts == image.subscripts }
        } else {
          false
        }
      let isValue =
        isPreimage || (isGiven || isOfObjects) && parameters.allSatisfy { !body.symbols.contains($0) }
      if parameters.count == arguments.count, !parameters.isEmpty, !isValue, !body.approaches(symbol) {
        functions[symbol.name] = Function(parameters: parameters, body: body)
        return
      }
    }
    definitions[name] = body
    if case .symbol(let symbol) = quantity, let indexed = IndexedDefinition(of: symbol, as: body) {
      indexedDefinitions[indexed.key] = indexed
    }
  }
}

extension MathSymbol {
  /// Whether the letter is usual for a function or a matrix.
  fileprivate var isObject: Bool {
    isCapital || ["f", "g", "h"].contains(name)
  }

  fileprivate var isProbabilitySign: Bool { ["P", "Pr", "p", "ℙ", "E", "𝔼"].contains(base) }
}

extension MathExpression {
  /// Whether a limit or an integral calls the function. Then `f(c) = lim f(a_n)` is an equation about f and defines
  /// nothing: each call of f would repeat the limit.
  fileprivate func approaches(_ function: MathSymbol) -> Bool {
    contains { node in
      switch node {
      case .limit, .integral:
        node.contains { if case .application(function, _) = $0 { true } else { false } }
      default: false
      }
    }
  }

  /// The expression without the bar that marks a condition, such as the θ of `p(x \mid \theta)`.
  var withoutBar: MathExpression {
    guard case .opaque("|", let inner) = self, inner.count == 1 else { return self }
    return inner[0]
  }
}

extension ElementaryFunction {
  /// The known function of a symbol that is called: σ is the logistic function.
  package static func builtin(_ symbol: MathSymbol) -> ElementaryFunction? {
    guard symbol.subscripts.isEmpty, symbol.accents.isEmpty else { return nil }
    return symbol.base == "σ" ? .logistic : named(symbol.base)
  }
}

extension MathSymbol {
  /// The symbol without subscripts and labels that only name an index in `indices`.
  package func withoutIndices(_ indices: Set<String>) -> MathSymbol {
    guard !indices.isEmpty, !(subscripts.isEmpty && labels.isEmpty) else { return self }
    let isIndex: (MathExpression) -> Bool = { part in
      part.contains { if case .symbol(let inner) = $0 { indices.contains(inner.name) } else { false } }
    }
    return MathSymbol(
      base, accents: accents, style: style, subscripts: subscripts.filter { !isIndex($0) },
      labels: labels.filter { !isIndex($0) })
  }
}

extension MathExpression {
  /// The expression with `\theta` for every `\theta_t`; `\theta_{t+1}` stays.
  package var withoutCurrentIndex: MathExpression {
    replacing { node in
      switch node {
      case .symbol(let symbol):
        guard let time = symbol.timeIndex, time.offset == 0 else { return nil }
        return .symbol(symbol.with(subscripts: []))
      case .application(let symbol, let arguments):
        guard let time = symbol.timeIndex, time.offset == 0 else { return nil }
        return .application(symbol.with(subscripts: []), arguments.map({ $0.withoutCurrentIndex }))
      default: return nil
      }
    }
  }
}
