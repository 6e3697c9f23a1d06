import Book
import Files
import Foundation

/// The bytes of a chapter when it was run. Check comments can be changed in them.
package struct ChapterFile: Sendable {
  /// The absolute path, without symbolic links.
  package let path: String
  private let bytes: Data

  /// Why nothing was written.
  package enum WritingError: Error, Equatable {
    /// The file has changed since the chapter was run.
    case changed
    case notWritable(reason: String)
  }

  /// Reads the file at `path`; nil if it cannot be read.
  package init?(path: String) {
    let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    guard let bytes = try? FileDoor.read(path: path, atMost: SizeLimit.text) else { return nil }
    self.path = url.path
    self.bytes = bytes
  }

  /// Writes the chapter with `edits` atomically: a reader of the file sees either the old text or the new one.
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

  /// The bytes with `edits`. Line endings and everything outside of check comments stay unchanged.
  func replacing(_ edits: [ExpectationEdit]) throws(WritingError) -> Data {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { Array($0) }
    // Edits are applied from right to left, so that an edit does not move the ones before it.
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
