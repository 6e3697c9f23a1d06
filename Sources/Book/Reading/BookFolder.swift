import Foundation

/// The location of a book on disk.
package struct BookFolder: Sendable, Equatable {
  /// The parent of the folder with the chapters; positions are relative to it.
  package var root: String
  /// The name of the folder with `book.yml` and the chapters.
  package var name: String

  /// The path of the folder with `book.yml` and the chapters.
  package var path: String { root + "/" + name }

  /// Finds the book at `path`: a folder with a `book.yml` in it, or else one with a `Chapters` folder in it.
  package init(at path: String) {
    let folder = URL(fileURLWithPath: path).standardizedFileURL
    let holdsBook = FileManager.default.fileExists(atPath: folder.appending(path: "book.yml").path)
    let holdsChapters = FileManager.default.fileExists(atPath: folder.appending(path: "Chapters").path)
    if holdsBook || !holdsChapters {
      root = folder.deletingLastPathComponent().path
      name = folder.lastPathComponent
    } else {
      root = folder.path
      name = "Chapters"
    }
  }

  /// Whether there is a book in the folder.
  package var exists: Bool { FileManager.default.fileExists(atPath: path + "/book.yml") }

  /// The position of the first character of a file in the folder.
  func start(of file: String) -> SourcePosition {
    SourcePosition(file: "\(name)/\(file)", line: 1)
  }
}
