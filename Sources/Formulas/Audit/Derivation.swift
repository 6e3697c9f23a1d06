/// Follows a derivation from statement to statement and judges every step.
///
/// Rows with the same left-hand side form one chain: `x = b` after `x = a` judges `a = b`. After a failing step, the
/// derivation continues with the text's own value and so reports each mistake once.
public struct Derivation: Sendable {
  /// How strictly the derivation judges equalities.
  public enum Rigour: Hashable, Sendable {
    /// The text declares all given values: every equality must hold.
    case strict
    /// A running text: it may restate rules, and its equations may be conditions.
    case lenient
  }

  /// The given values, the values that the text has computed, and the definitions.
  public var environment: FormulaEnvironment
  /// How strictly the derivation judges equalities.
  public let rigour: Rigour
  /// The seed of the random points for identities.
  public let seed: UInt64

  /// The last row of a left-hand side.
  package struct Row: Sendable {
    package var expression: MathExpression
    package var latex: String
    /// The value before any rounding, from the first step of the chain with a value.
    package var origin: MathValue?
    /// The value without the mistakes that the text has made so far.
    package var correct: MathValue?
    /// Whether a step of the chain has failed, or the chain uses a result that is wrong.
    package var isFlawed: Bool
    package var serial: Int
  }

  package var rows: [String: Row] = [:]
  /// The left-hand sides seen so far, by name.
  package var quantities: [String: MathExpression] = [:]
  package var last: (name: String?, row: Row)?
  package var serial = 0
  package var stepCount = 0
  /// The names of quantities whose value is only usual, such as "usually 0.9": no step fails because of them.
  package var usualNames: Set<String> = []
  /// Values that the text gives right after the statement ("… = 6 at x = 3"); a step may use them.
  package var announced: [(quantity: MathExpression, value: MathValue)] = []
  /// The right values of quantities that the text has computed wrongly, by name.
  package var corrections: [String: (quantity: MathExpression, value: MathValue)] = [:]

  /// Creates a derivation from known values and definitions.
  public init(
    environment: FormulaEnvironment = FormulaEnvironment(), rigour: Rigour = .strict, seed: UInt64 = 1
  ) {
    self.environment = environment
    self.rigour = rigour
    self.seed = seed
    if rigour == .lenient { self.environment.matchesCurrentIndex = true }
  }

  /// A strict derivation from values such as `\eta = 0.01, \theta_t = [1, 2]`.
  ///
  /// Throws a `ReadingError` when the text cannot be read or gives something other than a value.
  public init(given: String, seed: UInt64 = 1) throws(ReadingError) {
    self.init(seed: seed)
    try give(given)
  }

  /// Adds given values or definitions, written as equations.
  public mutating func give(_ text: String) throws(ReadingError) {
    for statement in try Formula(text).statements {
      guard statement.sides.count >= 2, let name = statement.sides.first?.expression,
        name.quantityName != nil,
        let right = statement.sides.last?.expression
      else {
        throw ReadingError(problem: .unexpectedToken, token: statement.latex, position: statement.position)
      }
      var evaluator = FormulaEvaluator(environment)
      if let value = try? evaluator.value(of: right) {
        environment.assign(value, to: name)
      } else {
        environment.define(name, as: right)
      }
    }
  }

  /// Judges the statements of a formula in order.
  public mutating func judge(_ formula: Formula) -> [JudgedStep] {
    formula.statements.flatMap { judge($0) }
  }

  /// Judges all steps of one statement. A side without a relation has no steps.
  public mutating func judge(_ statement: Statement) -> [JudgedStep] { judge(statement) { _ in } }

  /// Judges all steps of one statement; `review` may change each step before the derivation continues from it.
  package mutating func judge(
    _ statement: Statement, reviewing review: (inout JudgedStep) -> Void
  ) -> [JudgedStep] {
    guard !statement.relations.isEmpty else { return [] }
    let statement = statement.readingProducts(in: environment)
    if let steps = assignJointly(statement) { return steps }
    noteDistribution(statement)
    serial += 1
    var steps: [JudgedStep] = []
    var origin: MathValue?
    var previous: (expression: MathExpression, latex: String)?
    var name: String?
    if statement.continuesPrevious {
      if let last {
        previous = (last.row.expression, last.row.latex)
        origin = last.row.origin
        name = last.name
      }
    } else {
      let first = statement.sides[0]
      previous = (first.expression, first.latex)
      name = first.expression.quantityName
    }
    let sides = statement.continuesPrevious ? statement.sides[...] : statement.sides.dropFirst()
    for (position, (side, relation)) in zip(sides, statement.relations).enumerated() {
      let opens = position == 0 && !statement.continuesPrevious
      var step = JudgedStep(
        number: stepCount + 1, position: side.position, left: previous?.latex ?? "", relation: relation.kind,
        right: side.latex, leftValue: nil, rightValue: nil, verdict: .definition)
      if let from = previous {
        if opens {
          open(statement, side, relation.kind, &step, &origin)
        } else {
          compare(from.expression, side.expression, relation.kind, &step, &origin)
        }
      }
      review(&step)
      if origin == nil { origin = step.leftValue ?? step.rightValue }
      stepCount += 1
      steps.append(step)
      previous = (side.expression, side.latex)
    }
    let fails = steps.contains { $0.verdict.discrepancy != nil }
    remember(statement, name: name, origin: origin, fails: fails)
    if statement.statedSides.count < sides.count + (statement.continuesPrevious ? 0 : 1),
      let side = statement.sides.last
    {
      // A row that goes on behind a comparison goes on from its right side.
      begin(side)
      last?.name = nil
    }
    return steps
  }

  /// Notes an expression on a row of its own. A row that begins with a relation continues it.
  package mutating func begin(_ side: Statement.Side) {
    last = (
      side.expression.quantityName,
      Row(
        expression: side.expression, latex: side.latex, origin: nil, correct: nil, isFlawed: false,
        serial: serial)
    )
  }

  /// Ends all chains. The values and definitions stay.
  public mutating func startSection() {
    rows = [:]
    last = nil
  }

  // MARK: Remembering results

  private mutating func remember(_ statement: Statement, name: String?, origin: MathValue?, fails: Bool) {
    guard let relation = statement.relations.first?.kind, relation.statesValue,
      let side = statement.statedSides.last
    else { return }
    let earlier = name.flatMap { rows[$0] }
    let goesOn = statement.continuesPrevious || earlier.map { !$0.expression.isWrittenValue } ?? false
    let isRule = !statement.continuesPrevious && !statement.sides[1].expression.isNumeric
    let start = statement.continuesPrevious ? side.expression : statement.sides[1].expression
    let carried = goesOn && !isRule ? (earlier ?? last?.row)?.correct : nil
    let correct = carried ?? correctValue(of: start)
    let before = goesOn ? (earlier ?? last?.row)?.isFlawed ?? false : false
    let usesFlawed = start.symbols.contains { corrections[$0.name] != nil }
    let row = Row(
      expression: side.expression, latex: side.latex, origin: origin, correct: correct,
      isFlawed: fails || before || usesFlawed, serial: serial)
    last = (name, row)
    guard let name else { return }
    rows[name] = row
    guard !statement.continuesPrevious else {
      if let quantity = quantities[name] { settle(quantity, side.expression) }
      return
    }
    let quantity = statement.sides[0].expression
    quantities[name] = quantity
    let body = statement.sides[1].expression.asColumn
    if relation != .becomes, !body.isNumeric {
      if case .application(let symbol, _) = quantity, environment.redefines(symbol, as: body) {
        // The values of the former function are not those of the new one.
        let isCall: (String) -> Bool = {
          $0 != name && ($0.hasPrefix("\(symbol.name)(") || $0.hasPrefix("\(symbol.name)′"))
        }
        rows = rows.filter { !isCall($0.key) }
        environment.forgetValues(where: isCall)
      }
      environment.define(quantity, as: body)
    }
    settle(quantity, side.expression)
  }

  /// The value of an expression with the right values for all quantities that the text has computed wrongly.
  private func correctValue(of expression: MathExpression) -> MathValue? {
    var corrected = environment
    for (quantity, value) in corrections.values { corrected.assign(value, to: quantity) }
    var evaluator = FormulaEvaluator(corrected)
    return try? evaluator.value(of: expression)
  }

  /// Makes a computed result the value of the quantity.
  package mutating func settle(_ quantity: MathExpression, _ result: MathExpression) {
    guard result.isNumeric else { return }
    var evaluator = FormulaEvaluator(environment)
    if let value = try? evaluator.value(of: result) {
      environment.assign(value, to: quantity)
      guard let name = quantity.quantityName else { return }
      usualNames.remove(name)
      corrections[name] = nil
      if let row = rows[name], row.isFlawed, let correct = row.correct,
        !WrittenPrecision(result, relation: .equals).accepts(correct, value)
      {
        corrections[name] = (quantity, correct)
      }
    }
  }
}

extension Statement {
  /// The sides up to the first comparison: `x = 3 < 5` states the value 3.
  package var statedSides: ArraySlice<Side> {
    let count = relations.prefix { $0.kind.statesValue }.count
    return sides.prefix(continuesPrevious ? count : count + 1)
  }
}

extension Relation.Kind {
  /// Whether the relation gives the left side the value of the right one.
  package var statesValue: Bool {
    self == .equals || self == .defines || self == .becomes || self == .approximates
  }
}

extension Statement {
  /// The statement with `x (y - z)` as a product if x has a number as its value and is not a function.
  fileprivate func readingProducts(in environment: FormulaEnvironment) -> Statement {
    var statement = self
    for position in statement.sides.indices {
      statement.sides[position].expression = statement.sides[position].expression.replacing { node in
        guard case .application(let symbol, let arguments) = node, arguments.count == 1,
          case .sum = arguments[0], symbol.labels.isEmpty, environment.functions[symbol.name] == nil,
          environment.value(of: node) == nil, case .scalar? = environment.value(of: .symbol(symbol))
        else { return nil }
        return .product([Factor(.symbol(symbol)), Factor(arguments[0])])
      }
    }
    return statement
  }
}

extension MathExpression {
  /// The list inside `(…)^\top`, which texts use to write a column on one line; other expressions stay.
  fileprivate var asColumn: MathExpression {
    if case .transposed(.vector(let items)) = self { return .vector(items) }
    return self
  }
}
