/// What is wrong with a file of a data set: which file, what was found, what was expected, what helps.
public struct DatasetError: Error, Equatable, Sendable {
  /// The file or folder.
  public var file: String
  /// What is in it.
  public var found: String
  /// What should be.
  public var expected: String
  /// What to do about it.
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
