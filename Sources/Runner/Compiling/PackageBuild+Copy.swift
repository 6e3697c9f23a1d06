import Files
import Foundation

extension PackageBuild {
  /// The file of a package that could not be copied, and why.
  package struct CopyProblem: Error {
    package var file: String
    package var problem: FileProblem
  }

  /// Copies the files of a package to another folder. A link to another place in the package stays a link.
  package static func copy(_ package: String, to target: URL) throws(CopyProblem) {
    let root = URL(fileURLWithPath: package).standardizedFileURL.path
    for path in files(in: root, includingTests: true) {
      let name = String(path.dropFirst(root.count + 1))
      do {
        try copy(name, from: root, to: target.appending(path: name))
      } catch let problem as FileProblem {
        throw CopyProblem(file: path, problem: problem)
      } catch {
        throw CopyProblem(file: path, problem: .unreadable(reason: error.localizedDescription))
      }
    }
  }

  private static func copy(_ name: String, from root: String, to file: URL) throws {
    let manager = FileManager.default
    try manager.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    let source = URL(fileURLWithPath: root).appending(path: name)
    guard let end = try? manager.destinationOfSymbolicLink(atPath: source.path) else {
      return try FileDoor(root).read(name, atMost: SizeLimit.attachment).write(to: file)
    }
    let place = source.deletingLastPathComponent().appending(path: end).standardizedFileURL
    guard !end.hasPrefix("/"), (place.path + "/").hasPrefix(root + "/") else { throw FileProblem.outside }
    try? manager.removeItem(at: file)
    try manager.createSymbolicLink(atPath: file.path, withDestinationPath: end)
  }
}
