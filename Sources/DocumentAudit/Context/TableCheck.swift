import Formulas

/// Compares the columns of a table with the formulas at their heads: a column n² beside a column n. Also adds up its
/// probabilities.
struct TableCheck {
  let rows: [[String]]
  /// The line of the first row.
  let firstLine: Int

  /// The cells that contradict their head. A column that is wrong in most rows means something else.
  var findings: [Finding] {
    guard let heads = rows.first?.map({ DataTable.head($0) }), rows.count >= 4,
      rows.allSatisfy({ $0.count == heads.count }), !isTruthTable
    else { return [] }
    return heads.indices.flatMap { column in wrongCells(in: column, heads) }
  }

  /// Whether all cells are 0 or 1, so that the table may be one of Boolean algebra, where 1 + 1 = 1.
  private var isTruthTable: Bool {
    rows.dropFirst(2).joined().allSatisfy { ["0", "1"].contains($0.filter { $0 != "$" && $0 != " " }) }
  }

  /// The first probabilities P(X = x) of different values that add up to more than one.
  func findings(on probabilities: [DataTable.Probabilities]) -> [Finding] {
    for line in probabilities where Set(line.values.map(\.doubleValue)).count == line.values.count {
      let sum = MathValue.vector(line.numbers.map { MathScalar($0) }).total
      // Nobody rounds probabilities to one decimal.
      let rounding = line.numbers.map(\.halfUnit.value).filter { $0 < 0.01 }.reduce(0, +)
      guard sum.value > 1 + rounding + 1e-9 else { continue }
      return [
        Finding(
          .arithmetic, at: DocumentPlace(line: firstLine + line.row, column: 1),
          .discrepancy(.number(.scalar(MathScalar(1)), stated: .scalar(sum))))
      ]
    }
    return []
  }

  private func wrongCells(in column: Int, _ heads: [MathExpression?]) -> [Finding] {
    guard let head = heads[column], head.quantityName == nil, !head.symbols.isEmpty else { return [] }
    var wrong: [Finding] = []
    var right = 0
    for (place, cells) in rows.enumerated().dropFirst(2) {
      guard let (expected, stated, isRight) = values(of: head, column, in: cells, heads) else { return [] }
      if isRight {
        right += 1
      } else {
        wrong.append(
          Finding(
            .arithmetic, at: DocumentPlace(line: firstLine + place, column: 1),
            .discrepancy(.number(expected, stated: stated))))
      }
    }
    return wrong.count == 1 && right >= 1 ? wrong : []
  }

  /// The value of the head in a row and the number in its cell; nil if one of them is missing.
  private func values(
    of head: MathExpression, _ column: Int, in cells: [String], _ heads: [MathExpression?]
  ) -> (expected: MathValue, stated: MathValue, isRight: Bool)? {
    guard let number = DataTable.number(cells[column]) else { return nil }
    var known = FormulaEnvironment()
    for (cell, other) in zip(cells, heads) {
      guard let other, case .symbol = other, let value = DataTable.number(cell) else { continue }
      known.assign(.scalar(MathScalar(value)), to: other)
    }
    var evaluator = FormulaEvaluator(known)
    guard case .scalar(let expected)? = try? evaluator.value(of: head), expected.value.isFinite else {
      return nil
    }
    let stated = MathValue.scalar(MathScalar(number))
    let isRight = WrittenPrecision(.number(number), relation: .approximates).accepts(
      .scalar(expected), stated)
    return (.scalar(expected), stated, isRight)
  }
}
