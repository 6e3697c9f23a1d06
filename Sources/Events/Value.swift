/// A value of a running chapter, in a form that can be stored, compared and shown.
public indirect enum Value: Sendable, Equatable {
  /// `nil`.
  case none
  /// The value of an expression that returns nothing.
  case void
  case boolean(Bool)
  /// Any integer type, in decimal digits.
  case integer(String)
  /// `description` is the shortest text that reads back as the same number of its own type.
  case floatingPoint(Double, description: String)
  /// A number of a decimal type, in decimal digits, all of which count.
  case decimal(String)
  case text(String)
  /// An array or a tuple. `count` is the full number of elements, of which only the first may be kept.
  case array([Value], count: Int)
  /// A set, whose elements have no order. `count` is as for an array.
  case set([Value], count: Int)
  /// A dictionary. The order of its entries counts only when it is ordered.
  case dictionary([Entry], isOrdered: Bool)
  /// A structure with its fields.
  case record(name: String, fields: [Field])
  /// A case of an enumeration with its associated values, whose names may be empty.
  case enumeration(name: String, payload: [Field])
  /// A value of which only the description is known.
  case opaque(String)
  case table(TableValue)
  case figure(FigureValue)
  case image(ImageValue)

  /// A named part of a record.
  public struct Field: Sendable, Equatable, Codable {
    /// The name of the property or the coding key.
    public var name: String
    /// The value of the property.
    public var value: Value

    /// Creates a field with its name and value.
    public init(name: String, value: Value) {
      self.name = name
      self.value = value
    }
  }

  /// A key of a dictionary with its value.
  public struct Entry: Sendable, Equatable, Codable {
    /// The key of the entry.
    public var key: Value
    /// The value under the key.
    public var value: Value

    /// Creates an entry with its key and value.
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
  /// The number of significant digits to show in each column; nil shows all.
  public var digits: [Int?]

  /// Creates a table, in which every row must have one cell for each column.
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
  /// The content of the figure in words.
  public var description: String
  /// The data of the figure as CSV with a header; empty when it is not known.
  public var data: String

  /// Creates a figure with a wide and a narrow drawing of the same data.
  public init(wide: Drawing, narrow: Drawing, title: String, description: String, data: String = "") {
    self.wide = wide
    self.narrow = narrow
    self.title = title
    self.description = description
    self.data = data
  }
}
