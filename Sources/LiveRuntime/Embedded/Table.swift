#if hasFeature(Embedded)
  /// A table as `Notebook` has it, whose cells are values that can be shown live.
  package struct Table: LiveValue {
    private let titles: [String]
    private let digits: [Int?]
    private let writers: [() -> Void]
    private let rowCount: Int

    package init<Row>(_ rows: some Sequence<Row>, @ColumnBuilder<Row> columns: () -> [Column<Row>]) {
      let columns = columns()
      titles = columns.map { $0.title }
      digits = columns.map { $0.digits }
      var writers: [() -> Void] = []
      var count = 0
      for row in rows {
        for column in columns { writers.append { column.write(row) } }
        count += 1
      }
      self.writers = writers
      rowCount = count
    }

    package func writeValue() {
      Output.write("{\"columns\":")
      titles.writeValue()
      Output.write(",\"digits\":[")
      for (index, digits) in digits.enumerated() {
        if index > 0 { Output.write(",") }
        if let digits { Output.write(digits) } else { Output.write("null") }
      }
      Output.write("],\"rows\":[")
      for row in 0..<rowCount {
        Output.write(row > 0 ? ",[" : "[")
        for column in titles.indices {
          if column > 0 { Output.write(",") }
          writers[row * titles.count + column]()
        }
        Output.write("]")
      }
      Output.write("]}")
    }
  }

  /// A column of a ``Table``.
  package struct Column<Row> {
    let title: String
    let digits: Int?
    let write: (Row) -> Void

    package init<Cell: LiveValue>(_ title: String, digits: Int? = nil, cell: @escaping (Row) -> Cell) {
      self.title = title
      self.digits = digits
      write = { cell($0).writeValue() }
    }
  }

  /// Puts the columns of a ``Table`` one below the other.
  @resultBuilder
  package enum ColumnBuilder<Row> {
    package static func buildExpression(_ column: Column<Row>) -> [Column<Row>] { [column] }
    package static func buildBlock(_ columns: [Column<Row>]...) -> [Column<Row>] { columns.flatMap { $0 } }
    package static func buildOptional(_ columns: [Column<Row>]?) -> [Column<Row>] { columns ?? [] }
    package static func buildEither(first columns: [Column<Row>]) -> [Column<Row>] { columns }
    package static func buildEither(second columns: [Column<Row>]) -> [Column<Row>] { columns }
    package static func buildArray(_ columns: [[Column<Row>]]) -> [Column<Row>] { columns.flatMap { $0 } }
  }
#endif
