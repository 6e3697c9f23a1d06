import Formulas

/// The parts and paragraphs in which names keep their meanings.
extension DocumentJudge {
  /// Forgets names whose meaning ends with their part.
  mutating func beginPart() {
    derivation.startSection()
    let meanings = reading.meanings
    derivation.environment.forget {
      meanings.isLocal($0) && !meanings.isMemberOfOnlySequence($0) || Self.isProbability($0)
    }
    derivation.recurrences = derivation.recurrences.filter {
      !meanings.isLocal($0.key) || meanings.isMemberOfOnlySequence($0.key)
    }
    derivation.environment.leave(partTables)
    partTables = []
    conditional = []
    constraints = []
    lastGiven = [:]
    lastConfirmed = [:]
    roundedResults = []
    bounds = StatedBounds()
    impossible = 0
    solutions = StatedSolutions()
  }

  /// Whether a name is the probability of an event with a letter as its name. Each example has events of its own.
  private static func isProbability(_ name: String) -> Bool {
    name.hasPrefix("P(") || name.hasPrefix("Pr(") || name.hasPrefix("p(")
  }

  /// Forgets members with a number, such as a_1, that an earlier part has given, if the statement gives the rule of a
  /// sequence a_n with the same letter.
  mutating func forgetMembers(of statement: Statement) {
    guard !statement.continuesPrevious, statement.sides.count == 2, statement.relations[0].kind.statesValue,
      case .symbol(let symbol) = statement.sides[0].expression, symbol.timeIndex != nil
    else { return }
    let stem = symbol.family + "_"
    let given = lastGiven
    derivation.environment.forget { name in
      name.hasPrefix(stem) && name.dropFirst(stem.count).allSatisfy(\.isNumber) && given[name] == nil
    }
  }

  /// Forgets f_1(0), f_2(x) … if the statement is a new rule for f.
  mutating func forgetIterates(of statement: Statement) {
    guard !statement.continuesPrevious, statement.sides.count == 2, statement.relations[0].kind.statesValue,
      case .application(let function, let arguments) = statement.sides[0].expression,
      function.subscripts.isEmpty, function.labels.isEmpty,
      case .symbol(let argument)? = arguments.first, statement.sides[1].expression.symbols.contains(argument)
    else { return }
    let functions = Set(derivation.environment.functions.keys)
    derivation.environment.forget {
      $0.hasPrefix(function.name + "_") && ($0.hasSuffix(")") || functions.contains($0))
    }
  }

  /// Forgets the earlier meanings of names that the text sets equal to each other: "given a = b = c".
  mutating func forgetNamesSetEqual(by statement: Statement, role: StatementRole) {
    guard role != .claim, !statement.continuesPrevious, statement.sides.count > 2,
      statement.relations.allSatisfy({ $0.kind == .equals }),
      statement.sides.allSatisfy({ if case .symbol = $0.expression { true } else { false } })
    else { return }
    for side in statement.sides.dropLast() { derivation.environment.forget(side.expression) }
  }

  /// Forgets the value of a letter that the text lets go to a limit: n → ∞.
  mutating func forgetMovedLetter(of statement: Statement) {
    guard statement.sides.count == 2, statement.relations[0].kind == .tends,
      case .symbol = statement.sides[0].expression
    else { return }
    derivation.environment.forget(statement.sides[0].expression)
  }

  /// Words that leave the case for which the text has given values.
  static let endsOfCase = [
    "for other", "for all other", "in general", "otherwise", "对于其他", "其他情况", "一般地", "一般情况",
  ]

  /// Forgets the values that held only for one case.
  mutating func endCase() {
    for ended in conditional { derivation.environment.forget(ended.quantity) }
    conditional = []
  }

  /// Forgets the value of a letter that a condition rules out, x = 1 before "for x ≥ 2", with all values that the text
  /// has given in that case.
  mutating func forgetExcludedValue(by statement: Statement, role: StatementRole) {
    guard role != .claim, role != .refuted, statement.sides.count == 2, statement.isComparison else { return }
    let sides = statement.sides.map(\.expression)
    for (name, other) in [(sides[0], sides[1]), (sides[1], sides[0])] {
      guard case .symbol = name, other.isClosed, let value = environment.value(of: name)?.scalarValue,
        let bound = derivation.value(other)?.scalarValue
      else { continue }
      let kind = statement.relations[0].kind
      let holds = name == sides[0] ? kind.holds(value, bound) : kind.holds(bound, value)
      guard !(holds ?? true) else { continue }
      let beginning = name.quantityName.flatMap { lastGiven[$0] } ?? paragraph
      let later = Set(lastGiven.filter { $0.value >= beginning }.keys)
      derivation.environment.forgetValues { later.contains($0) }
      derivation.environment.forget(name)
    }
  }

  /// Forgets the value of a letter that the text introduces anew: "let v ∈ V".
  mutating func forgetLetterAnew(of statement: Statement) {
    guard statement.relations.first?.kind == .belongs, let letter = statement.sides.first?.expression,
      case .symbol = letter, environment.value(of: letter) != nil
    else { return }
    derivation.environment.forget(letter)
  }

  mutating func endConditions() {
    paragraph += 1
    if paragraph > dataParagraph + 3 { derivation.environment.data = [] }
    bounds.endParagraph()
    impossible = max(0, impossible - 1)
    solutions.endParagraph()
    for position in constraints.indices { constraints[position].paragraphs -= 1 }
    constraints.removeAll { $0.paragraphs == 0 }
    for position in conditional.indices { conditional[position].paragraphs -= 1 }
    for ended in conditional where ended.paragraphs == 0 { derivation.environment.forget(ended.quantity) }
    conditional.removeAll { $0.paragraphs == 0 }
  }

  mutating func take(_ assignments: [ProseValues.Assignment]) {
    for assignment in assignments {
      var evaluator = FormulaEvaluator(FormulaEnvironment())
      guard let value = try? evaluator.value(of: assignment.value),
        let name = assignment.quantity.quantityName
      else { continue }
      if assignment.isUsual, derivation.environment.value(of: assignment.quantity) != nil,
        !derivation.usualNames.contains(name)
      {
        continue
      }
      derivation.environment.assign(value, to: assignment.quantity)
      lastGiven[name] = paragraph
      derivation.corrections[name] = nil
      if assignment.isUsual { derivation.usualNames.insert(name) } else { derivation.usualNames.remove(name) }
    }
  }

  /// The names that got a value in this paragraph of the part or in the paragraphs before it.
  func names(givenWithin paragraphs: Int) -> Set<String> {
    Set(lastGiven.filter { paragraph - $0.value <= paragraphs }.keys)
  }

  /// The names to which the last twelve paragraphs or a remark gave a value, or whose values made a statement true there.
  var namesInForce: Set<String> {
    names(givenWithin: 12).union(givenByRemarks)
      .union(lastConfirmed.filter { paragraph - $0.value <= 12 }.keys)
  }
}

extension Statement {
  /// Whether the statement only says that a quantity is small or near one: q² ≈ 0, p ≈ 1.
  var neglects: Bool {
    guard sides.count == 2, relations[0].kind == .approximates, case .number(let number) = sides[1].expression
    else {
      return false
    }
    return number.isInteger && [0, 1].contains(number.doubleValue)
  }
}
