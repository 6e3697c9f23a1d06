import Foundation

/// Finds the folder of a data set in a given folder, or in the folder that the environment variable `GALLEY_DATA`
/// names.
public enum DataFolder {
  /// The environment variable that names the folder with all data sets.
  public static let variable = "GALLEY_DATA"

  /// The folder in `GALLEY_DATA`; nil if the variable is not set or empty.
  public static var fromEnvironment: String? {
    guard let path = ProcessInfo.processInfo.environment[variable], !path.isEmpty else { return nil }
    return path
  }

  /// The first of `folder`, `folder/name` … that contains `marker`.
  static func find(
    _ folder: String?, names: [String], marker: String
  ) throws(DatasetError) -> String {
    guard let folder = folder ?? fromEnvironment else {
      throw DatasetError(
        names[0], found: "no folder for it", expected: "one that is named",
        remedy: "name it with '--data' or the environment variable \(variable)")
    }
    for candidate in [folder] + names.map({ folder + "/" + $0 }) where exists(candidate + "/" + marker) {
      return candidate
    }
    throw DatasetError(
      folder, found: "no '\(marker)' in it", expected: "it here or in '\(names[0])' below",
      remedy: "'galley data fetch \(names[0])' brings it, or name another folder")
  }

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// The names in a folder, sorted, without names that begin with a dot.
  static func names(in folder: String) -> [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return all.filter { !$0.hasPrefix(".") }.sorted()
  }
}
