/// A value of a running chapter, in a form that can be stored, compared and shown.
public indirect enum Value: Sendable, Equatable {
  /// `nil`.
  case none
  /// The value of what returns nothing.
  case void
  case boolean(Bool)
  /// Any integer type, in decimal digits.
  case integer(String)
  /// `description` is the shortest text that reads back as the same number of its own type.
  case floatingPoint(Double, description: String)
  case text(String)
  /// An array, a set, a tuple. `count` is larger than the elements' when only the first were kept.
  case array([Value], count: Int)
  case dictionary([Entry])
  /// A structure with its fields.
  case record(name: String, fields: [Field])
  /// What only describes itself.
  case opaque(String)
  case table(TableValue)
  case figure(FigureValue)

  /// A named part of a record.
  public struct Field: Sendable, Equatable, Codable {
    /// The name of the property or the coding key.
    public var name: String
    /// What it holds.
    public var value: Value

    /// A field made of its parts.
    public init(name: String, value: Value) {
      self.name = name
      self.value = value
    }
  }

  /// A key of a dictionary with its value.
  public struct Entry: Sendable, Equatable, Codable {
    /// What the value is found under.
    public var key: Value
    /// What is found there.
    public var value: Value

    /// An entry made of its parts.
    public init(key: Value, value: Value) {
      self.key = key
      self.value = value
    }
  }
}

/// A table as a chapter shows it.
public struct TableValue: Sendable, Equatable, Codable {
  /// The titles of the columns.
  public var columns: [String]
  /// The cells, row by row.
  public var rows: [[Value]]
  /// For each column, how many significant digits are shown; nil shows all.
  public var digits: [Int?]

  /// A table made of its parts.
  public init(columns: [String], rows: [[Value]], digits: [Int?]) {
    self.columns = columns
    self.rows = rows
    self.digits = digits
  }
}

/// A figure as a chapter shows it.
public struct FigureValue: Sendable, Equatable, Codable {
  /// The drawing for a wide page.
  public var wide: Drawing
  /// The drawing for a telephone.
  public var narrow: Drawing
  /// The figure's name, for screen readers.
  public var title: String
  /// What the figure says, in words.
  public var description: String
  /// What the figure is drawn from, as CSV with a header; empty when that is not known.
  public var data: String

  /// A figure made of its parts.
  public init(wide: Drawing, narrow: Drawing, title: String, description: String, data: String = "") {
    self.wide = wide
    self.narrow = narrow
    self.title = title
    self.description = description
    self.data = data
  }
}
