import ElementaryNumerics
import Formulas

/// Changes one sign, factor, index or digit in a correct derivation.
package struct Mutator {
  private var generator: SplitMix64

  package init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  /// Correct derivations with their given values.
  package static let derivations: [(given: String, rows: [String])] = [
    (
      #"\beta = 0.9, v_{t-1} = [0.1, 0.1], g = [0.1, 0.2], \eta = 0.01, \epsilon = 0.01, \theta_{t-1} = [1, 2]"#,
      [
        #"v_t = \beta v_{t-1} + (1-\beta) g^2"#, #"= 0.9 \cdot [0.1, 0.1] + 0.1 \cdot [0.01, 0.04]"#,
        "= [0.09, 0.09] + [0.001, 0.004]", "= [0.091, 0.094]",
        #"\theta_t = \theta_{t-1} - \frac{\eta}{\sqrt{v_t} + \epsilon} g"#,
        #"= [1, 2] - \frac{0.01}{\sqrt{[0.091, 0.094]} + 0.01} [0.1, 0.2]"#,
        #"= [1, 2] - \frac{0.01}{[0.3017, 0.3066] + 0.01} [0.1, 0.2]"#, "= [1, 2] - [0.003208, 0.006317]",
        "= [0.996792, 1.993683]",
      ]
    ),
    (
      #"\beta_1 = 0.9, \beta_2 = 0.999, m_0 = 0, v_0 = 0, g_1 = 0.4, \eta = 0.001, \epsilon = 0.01, \theta_0 = 1.5"#,
      [
        #"m_1 = \beta_1 m_0 + (1 - \beta_1) g_1"#, #"= 0.9 \cdot 0 + 0.1 \cdot 0.4"#, "= 0.04",
        #"v_1 = \beta_2 v_0 + (1 - \beta_2) g_1^2"#,
        #"= 0.999 \cdot 0 + 0.001 \cdot 0.16"#, "= 0.00016", #"\hat{m}_1 = \frac{m_1}{1 - \beta_1}"#,
        #"= \frac{0.04}{0.1}"#, "= 0.4",
        #"\hat{v}_1 = \frac{v_1}{1 - \beta_2}"#, #"= \frac{0.00016}{0.001}"#, "= 0.16",
        #"\theta_1 = \theta_0 - \eta \frac{\hat{m}_1}{\sqrt{\hat{v}_1} + \epsilon}"#,
        #"= 1.5 - 0.001 \cdot \frac{0.4}{0.4 + 0.01}"#, #"= 1.5 - 0.000975610"#, "= 1.49902439",
      ]
    ),
    (
      "w = 0.5, x = 2, y = 3, b = 0.25, \\eta = 0.1",
      [
        "L = (w x + b - y)^2", #"= (0.5 \cdot 2 + 0.25 - 3)^2"#, "= (-1.75)^2", "= 3.0625",
        #"g = 2 (w x + b - y) x"#, #"= 2 \cdot (-1.75) \cdot 2"#, "= -7",
        #"u = w - \eta g"#, #"= 0.5 - 0.1 \cdot (-7)"#, "= 1.2",
      ]
    ),
    (
      #"\mu = 0.9, \eta = 0.05, v_0 = [0.2, -0.1], \theta_0 = [1, 1], g_0 = [0.6, 0.4]"#,
      [
        #"v_1 = \mu v_0 - \eta g_0"#, #"= 0.9 \cdot [0.2, -0.1] - 0.05 \cdot [0.6, 0.4]"#,
        "= [0.18, -0.09] - [0.03, 0.02]", "= [0.15, -0.11]",
        #"\theta_1 = \theta_0 + v_1"#, "= [1, 1] + [0.15, -0.11]", "= [1.15, 0.89]",
      ]
    ),
    (
      "a = 3, b = 4",
      [
        #"c = \sqrt{a^2 + b^2}"#, #"= \sqrt{9 + 16}"#, #"= \sqrt{25}"#, "= 5", #"s = \frac{1}{1 + e^{-c}}"#,
        #"= \frac{1}{1 + 0.0067379}"#, "= 0.9933072",
        #"q = \frac{a}{b} + \frac{1}{2}"#, "= 0.75 + 0.5", "= 1.25",
      ]
    ),
    (
      "",
      [
        #"(a + b)^2 - (a - b)^2 = a^2 + 2ab + b^2 - (a^2 - 2ab + b^2)"#, "= 4ab",
        #"x_t - x_{t-1} + 3(x_{t-1} + y) = x_t + 2x_{t-1} + 3y"#,
        #"\frac{p + q}{r} = \frac{p}{r} + \frac{q}{r}"#,
      ]
    ),
  ]

  package struct Mutant {
    package var given: String
    package var rows: [String]
    package var changedRow: Int

    package init(given: String, rows: [String], changedRow: Int) {
      self.given = given
      self.rows = rows
      self.changedRow = changedRow
    }
  }

  package mutating func next() -> Mutant? {
    let source = Self.derivations[Int(generator.next() % UInt64(Self.derivations.count))]
    let row = Int(generator.next() % UInt64(source.rows.count))
    guard let changed = change(source.rows[row]) else { return nil }
    var rows = source.rows
    rows[row] = changed
    return Mutant(given: source.given, rows: rows, changedRow: row)
  }

  private mutating func change(_ row: String) -> String? {
    // The left-hand side names the chain and stays as it is.
    guard let equals = row.firstIndex(of: "=") else { return nil }
    let head = String(row[...equals])
    let characters = Array(row[row.index(after: equals)...])
    switch generator.next() % 4 {
    case 0: return pick(characters, where: { "+-".contains($0) }) { $0 == "+" ? "-" : "+" }.map { head + $0 }
    case 1: return factor(characters).map { head + $0 }
    case 2: return index(String(characters)).map { head + $0 }
    default:
      let other = String(generator.next() % 10)
      return pick(characters, where: \.isNumber) { String($0) == other ? nil : other }.map { head + $0 }
    }
  }

  private mutating func pick(
    _ characters: [Character], where isCandidate: (Character) -> Bool, _ change: (Character) -> String?
  ) -> String? {
    let positions = characters.indices.filter { isCandidate(characters[$0]) }
    guard !positions.isEmpty else { return nil }
    let position = positions[Int(generator.next() % UInt64(positions.count))]
    guard let new = change(characters[position]) else { return nil }
    return String(characters[..<position]) + new + String(characters[(position + 1)...])
  }

  /// Puts a factor 2 in front of a letter or a bracket.
  private mutating func factor(_ characters: [Character]) -> String? {
    let positions = characters.indices.filter { position in
      let isStart = characters[position] == "[" || characters[position].isLetter
      return isStart && position > 0 && " (".contains(characters[position - 1])
    }
    guard !positions.isEmpty else { return nil }
    let position = positions[Int(generator.next() % UInt64(positions.count))]
    return String(characters[..<position]) + #"2 \cdot "# + String(characters[position...])
  }

  /// Replaces one index by another that has a value of its own.
  private mutating func index(_ text: String) -> String? {
    let pairs = [
      ("v_{t-1}", "v_t"), ("_1", "_2"), ("_2", "_1"), ("m_0", "m_1"), ("x_{t-1}", "x_t"), ("x_t", "x_{t-1}"),
      ("_0", "_1"), ("\\theta_{t-1}", "v_{t-1}"),
    ]
    let usable = pairs.filter { text.contains($0.0) }
    guard !usable.isEmpty else { return nil }
    let pair = usable[Int(generator.next() % UInt64(usable.count))]
    let ranges = text.ranges(of: pair.0)
    let range = ranges[Int(generator.next() % UInt64(ranges.count))]
    return String(text[..<range.lowerBound]) + pair.1 + String(text[range.upperBound...])
  }
}

extension Mutator.Mutant {
  /// Whether the value of the changed row differs from the original, at the written precision.
  package var changesValue: Bool {
    get throws {
      guard
        let source = Mutator.derivations.first(where: { $0.given == given && $0.rows.count == rows.count })
      else { return false }
      var derivation = try Derivation(given: given)
      _ = derivation.judge(try Formula(source.rows.joined(separator: " \\\\ ")))
      guard let old = try Formula(source.rows[changedRow]).statements.first?.sides.last?.expression,
        let new = try? Formula(rows[changedRow]).statements.first?.sides.last?.expression
      else { return false }
      var evaluator = FormulaEvaluator(derivation.environment)
      if let a = try? evaluator.value(of: old), let b = try? evaluator.value(of: new) {
        return a.relativeDifference(to: b) > 1e-12
      }
      return IdentityTest(seed: 3).run(old, new, in: derivation.environment) != .holds
    }
  }
}
