import Events

/// A table for the page, with rows of any type and a description of its columns.
///
///     Table(history) {
///       Column("step") { $0.step }
///       Column("loss", digits: 4) { $0.loss }
///     }
public struct Table: Sendable {
  private let value: TableValue

  /// Makes a row for each element of `rows`.
  public init<Row>(_ rows: some Sequence<Row>, @ColumnBuilder<Row> columns: () -> [Column<Row>]) {
    let columns = columns()
    value = TableValue(
      columns: columns.map(\.title),
      rows: rows.map { row in columns.map { Value(of: $0.cell(row)) } },
      digits: columns.map { $0.digits.map { min(max($0, 0), 100) } })
  }
}

extension Table: Displayable {
  /// The table with all its cells.
  public var displayedValue: Value { .table(value) }
}

/// A column of a ``Table``.
public struct Column<Row> {
  let title: String
  let digits: Int?
  let cell: (Row) -> Any

  /// A column under `title` that shows `cell` of each row, numbers with `digits` significant digits.
  public init(_ title: String, digits: Int? = nil, cell: @escaping (Row) -> Any) {
    self.title = title
    self.digits = digits
    self.cell = cell
  }
}

/// Puts the columns of a ``Table`` one below the other.
@resultBuilder
public enum ColumnBuilder<Row> {
  /// One column.
  public static func buildExpression(_ column: Column<Row>) -> [Column<Row>] { [column] }
  /// Columns below each other.
  public static func buildBlock(_ columns: [Column<Row>]...) -> [Column<Row>] { columns.flatMap(\.self) }
  /// Columns under an `if`.
  public static func buildOptional(_ columns: [Column<Row>]?) -> [Column<Row>] { columns ?? [] }
  /// Columns under an `if` with an `else`.
  public static func buildEither(first columns: [Column<Row>]) -> [Column<Row>] { columns }
  /// Columns under an `else`.
  public static func buildEither(second columns: [Column<Row>]) -> [Column<Row>] { columns }
  /// Columns made in a loop.
  public static func buildArray(_ columns: [[Column<Row>]]) -> [Column<Row>] { columns.flatMap(\.self) }
}
