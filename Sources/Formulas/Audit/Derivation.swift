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
  /// The names of the probabilities, expectations and variances among them.
  package var operators: Set<String> = []
  /// The rules of sequences such as `a_{n+1} = 2a_n + 1`, by the name of the left side.
  package var recurrences: [String: MathExpression] = [:]
  package var last: (name: String?, row: Row)?
  package var serial = 0
  package var stepCount = 0
  /// The names of quantities whose value is only usual, such as "usually 0.9": no step fails because of them.
  package var usualNames: Set<String> = []
  /// Values that the text gives right after the statement ("… = 6 at x = 3"); a step may use them.
  package var announced: [(quantity: MathExpression, value: MathValue)] = []
  /// The names of letters whose bounds stand right beside the statement, so that it is claimed for all values within them.
  package var boundedNames: Set<String> = []
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
    if let steps = assignJointly(statement) ?? assignTuple(statement) { return steps }
    noteDistribution(statement)
    noteShape(statement)
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
        let other = valued(side, of: statement, relation.kind)
        if opens {
          open(statement, other, relation.kind, &step, &origin)
        } else {
          compare(from.expression, other.expression, relation.kind, &step, &origin)
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
}

extension Derivation {
  /// The side with which a comparison compares: in `A < B = C`, that is C if only C has a value.
  private func valued(
    _ side: Statement.Side, of statement: Statement, _ relation: Relation.Kind
  ) -> Statement.Side {
    guard relation.isComparison, relation != .differs, let place = statement.sides.firstIndex(of: side),
      place + 1 < statement.sides.count, value(side.expression) == nil
    else { return side }
    let next = statement.relations[statement.continuesPrevious ? place + 1 : place]
    let other = statement.sides[place + 1]
    // 0.\overline{3} and 0.12\dots read as less than they mean.
    let isWritten = !other.latex.utf8.contains(UInt8(ascii: "\\")) || other.expression.isNumberWithRoot
    guard next.kind == .equals, isWritten, value(other.expression) != nil else { return side }
    return other
  }
}

extension MathExpression {
  /// Whether the expression is a number with a root: √13.
  fileprivate var isNumberWithRoot: Bool {
    isNumeric
      && contains { node in
        switch node {
        case .root, .function(.squareRoot, _): true
        default: false
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
        // P(1 + r)^n is a product with a power.
        if case .power(let base, let exponent) = node, let factors = environment.productOfCall(base) {
          return .product([Factor(factors.0), Factor(.power(factors.1, exponent))])
        }
        return environment.productOfCall(node).map { .product([Factor($0.0), Factor($0.1)]) }
      }
    }
    return statement
  }
}

extension FormulaEnvironment {
  /// The letter and the sum of `x (y - z)`, if x has a number as its value and is not a function.
  fileprivate func productOfCall(_ node: MathExpression) -> (MathExpression, MathExpression)? {
    guard case .application(let symbol, let arguments) = node, arguments.count == 1, case .sum = arguments[0],
      symbol.labels.isEmpty, functions[symbol.name] == nil, value(of: node) == nil,
      case .scalar? = value(of: .symbol(symbol))
    else { return nil }
    return (.symbol(symbol), arguments[0])
  }
}

extension MathExpression {
  /// The list inside `(…)^\top`, which texts use to write a column on one line; other expressions stay.
  var asColumn: MathExpression {
    if case .transposed(.vector(let items)) = self { return .vector(items) }
    return self
  }
}
