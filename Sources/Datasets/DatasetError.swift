/// An error in a file of a data set. It names the file, the contents found, the contents expected, and a remedy.
public struct DatasetError: Error, Equatable, Sendable {
  /// The file or folder.
  public var file: String
  /// The contents that were found.
  public var found: String
  /// The contents that were expected.
  public var expected: String
  /// How to fix the error.
  public var remedy: String

  init(_ file: String, found: String, expected: String, remedy: String = DatasetError.fetchAgain) {
    self.file = file
    self.found = found
    self.expected = expected
    self.remedy = remedy
  }

  static let fetchAgain = "get the file again with 'galley data fetch'"
}

extension DatasetError: CustomStringConvertible {
  /// `FILE: error: found …, expected …; fix`.
  public var description: String { "\(file): error: found \(found), expected \(expected); \(remedy)" }
}
