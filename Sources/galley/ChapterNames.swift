import ArgumentParser
import Book

/// The chapters of a book by the names that a command line can give them.
struct ChapterNames {
  /// The paths of the chapters, as in messages.
  let paths: [String]

  /// The chapter with this path, file name or page name, or else all chapters whose path contains `name`. Throws an
  /// error that suggests the nearest name if there is none.
  func paths(matching name: String) throws -> [String] {
    let exact = paths.filter { Self.names(of: $0).contains(name) }
    if !exact.isEmpty { return exact }
    let containing = name.isEmpty ? [] : paths.filter { $0.contains(name) }
    if !containing.isEmpty { return containing }
    let remedy =
      nearestName(to: name, among: paths.flatMap(Self.names)).map { "did you mean '\($0)'?" }
      ?? "the chapters are \(paths.joined(separator: ", "))"
    throw ValidationError("there is no chapter '\(name)'; \(remedy)")
  }

  /// `Chapters/03-worked-update.md`, `03-worked-update.md`, `03-worked-update`, `worked-update`.
  private static func names(of path: String) -> [String] {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let stem = file.hasSuffix(".md") ? String(file.dropLast(3)) : file
    return [path, file, stem, String(stem.drop(while: \.isNumber).dropFirst())]
  }
}
