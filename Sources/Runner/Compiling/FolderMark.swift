import Foundation

/// Commands that hold in any folder: a mark stands for the folder of the program.
enum FolderMark {
  static let mark = "\u{1}"

  /// The words with `folder` where the mark stood.
  static func put(_ words: [String], for folder: String) -> [String] {
    words.map { $0.replacing(mark, with: folder) }
  }

  /// Commands for any folder; nil when words in them are quoted, or when they name the folder in another way.
  static func generalized(_ commands: String, folder: String) -> String? {
    guard !commands.contains(where: { "\"'\\".contains($0) }) else { return nil }
    // What lies in between the driver puts into a folder of its own.
    let text = commands.replacing(folder, with: mark)
      .replacing(/[^\s@]*\/TemporaryDirectory\.[^\/\s]+/, with: mark)
    let name = URL(fileURLWithPath: folder).lastPathComponent
    return text.contains(name) || !text.contains(mark) ? nil : text
  }
}
