import Files
import Plan

extension FileDoor {
  /// The text of a file that a program has written to `folder`; empty if it cannot be read. The program may have left
  /// links to files that it could not read itself.
  static func text(_ name: String, writtenIn folder: String) -> String {
    let data = try? FileDoor(folder, links: .nowhere).read(name, atMost: Planner.outputLimit)
    return data.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
