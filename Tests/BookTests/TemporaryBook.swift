import Book
import Foundation

/// A book in a temporary folder, for one test.
final class TemporaryBook {
  let folder: URL

  init(_ files: [String: String], settings: String? = "title: Test\n") throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "book-\(UUID().uuidString)/Chapters")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    if let settings { try Data(settings.utf8).write(to: folder.appending(path: "book.yml")) }
  }

  deinit { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }

  func read() -> BookReading { BookFolder(at: folder.path).read() }
}

/// The diagnostics of a single chapter with this body.
func diagnostics(ofBody body: String) throws -> [String] {
  try TemporaryBook(["01-a.md": "---\ntitle: A\n---\n" + body]).read().diagnostics.map(\.description)
}

/// The chapter with this body; nil when it has errors.
func chapter(_ body: String) throws -> Chapter? {
  try TemporaryBook(["01-a.md": "---\ntitle: A\n---\n" + body]).read().book?.chapters.first
}
