import Book
import SwiftSyntax

extension LiveSetting {
  /// The setting of `control` among the statements of its block; what is wrong with it otherwise.
  init(_ control: LiveControl, among units: [LiveUnit]) throws(PlanProblem) {
    guard let unit = units.first(where: { $0.uses.declared.contains(control.name) }) else {
      throw .liveNameUnknown(control.name, nearest: nearestName(to: control.name, among: units.constants))
    }
    guard let constant = unit.constant else { throw .liveNotConstant(control.name) }
    guard let value = Value(constant.value, for: control.kind) else {
      throw .liveValueUnfit(control.name, control.kind.literal)
    }
    self.init(control: control, value: value, place: constant.range)
    if !value.isWithin(control.kind) { throw .liveValueOutside(control.name) }
  }
}

extension LiveSetting.Value {
  /// The value of a literal, where a control of this kind can set it.
  fileprivate init?(_ literal: ExprSyntax, for kind: LiveControl.Kind) {
    switch kind {
    case .toggle:
      guard let flag = literal.as(BooleanLiteralExprSyntax.self).flatMap({ Bool($0.literal.text) }) else {
        return nil
      }
      self = .flag(flag)
    case .choice(let texts):
      guard let text = literal.as(StringLiteralExprSyntax.self)?.representedLiteralValue else { return nil }
      self = .choice(texts.firstIndex(of: text) ?? -1)
    case .point:
      let elements =
        literal.as(ArrayExprSyntax.self)?.elements.compactMap { Self.number($0.expression) } ?? []
      guard elements.count == 2 else { return nil }
      self = .point(x: elements[0].value, y: elements[1].value)
    case .range:
      guard let number = Self.number(literal) else { return nil }
      let isReal =
        literal.parent?.parent?.as(PatternBindingSyntax.self)?.typeAnnotation != nil || !number.isInteger
      self = isReal ? .real(number.value) : .whole(Int(number.value))
    }
  }

  private static func number(_ literal: ExprSyntax) -> (value: Double, isInteger: Bool)? {
    let text = literal.trimmedDescription.replacing("_", with: "")
    let digits = literal.as(PrefixOperatorExprSyntax.self).flatMap {
      $0.operator.text == "-" ? $0.expression : nil
    }
    guard let digits = digits ?? Optional(literal), let value = Double(text), value.isFinite else {
      return nil
    }
    if digits.is(FloatLiteralExprSyntax.self) { return (value, false) }
    return digits.is(IntegerLiteralExprSyntax.self) && value.magnitude < 1e15 ? (value, true) : nil
  }

  /// Whether a reader could choose it.
  fileprivate func isWithin(_ kind: LiveControl.Kind) -> Bool {
    switch (self, kind) {
    case (.real(let number), .range(let range)): range.contains(number)
    case (.whole(let number), .range(let range)): range.contains(Double(number))
    case (.choice(let place), .choice): place >= 0
    case (.point(let x, let y), .point(let xRange, let yRange)): xRange.contains(x) && yRange.contains(y)
    default: true
    }
  }
}

extension LiveRange {
  fileprivate func contains(_ number: Double) -> Bool { (lower...upper).contains(number) }
}

extension LiveControl.Kind {
  /// The form of the constant's value, for messages.
  fileprivate var literal: String {
    switch self {
    case .range: "a number"
    case .choice: "one of the texts in quotes"
    case .toggle: "true or false"
    case .point: "two numbers such as '[1.0, 2.0]'"
    }
  }
}

extension [LiveUnit] {
  fileprivate var constants: [String] { compactMap { $0.constant?.name } }
}
