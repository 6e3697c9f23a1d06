import Foundation

/// Reads whole files up to a size limit.
enum FileReading {
  static func bytes(of path: String, atMost limit: Int) throws(DatasetError) -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw DatasetError(
        path, found: "nothing", expected: "a file",
        remedy: "'galley data fetch' brings it, or name another folder with '--data' or GALLEY_DATA")
    }
    let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int ?? 0
    guard !isFolder.boolValue, size <= limit else {
      throw DatasetError(
        path, found: isFolder.boolValue ? "a folder" : "\(size) bytes",
        expected: "a file of at most \(limit) bytes")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DatasetError(
        path, found: "a file that cannot be read", expected: "one that can", remedy: "look at its permissions"
      )
    }
    return [UInt8](data)
  }
}
