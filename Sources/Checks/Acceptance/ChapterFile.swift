import Book
import Files
import Foundation

/// The bytes of a chapter at the time when it was run, and how to change check comments in them.
package struct ChapterFile: Sendable {
  /// The absolute path.
  package let path: String
  private let bytes: Data

  /// Why nothing was written.
  package enum WritingError: Error, Equatable {
    /// The file is another one than the one that was run.
    case changed
    case notWritable(reason: String)
  }

  /// Reads the file at `path`; nil when it cannot be read.
  package init?(path: String) {
    let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    guard let bytes = try? FileDoor.read(path: path, atMost: SizeLimit.text) else { return nil }
    self.path = url.path
    self.bytes = bytes
  }

  /// Writes the chapter with `edits`, in one step: a reader of the file sees the old text or the new one.
  package func write(_ edits: [ExpectationEdit]) throws(WritingError) {
    let new = try replacing(edits)
    let url = URL(fileURLWithPath: path)
    guard (try? FileDoor.read(path: path, atMost: SizeLimit.text)) == bytes else { throw .changed }
    do {
      try new.write(to: url, options: .atomic)
    } catch {
      throw .notWritable(reason: "\((error as NSError).localizedDescription)")
    }
  }

  /// The file's bytes with `edits`; line endings and all that is no check comment stay as they are.
  func replacing(_ edits: [ExpectationEdit]) throws(WritingError) -> Data {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { Array($0) }
    // From right to left, so that an edit does not move those before it.
    let ordered = edits.sorted {
      ($0.position.line, $0.position.utf8Column) > ($1.position.line, $1.position.utf8Column)
    }
    for edit in ordered {
      let index = edit.position.line - 1
      let start = edit.position.utf8Column - 1
      guard lines.indices.contains(index), start >= 0,
        lines[index].dropFirst(start).starts(with: edit.written.utf8)
      else { throw .changed }
      lines[index].replaceSubrange(start..<start + edit.written.utf8.count, with: edit.accepted.utf8)
    }
    return Data(lines.joined(separator: [UInt8(ascii: "\n")]))
  }
}
