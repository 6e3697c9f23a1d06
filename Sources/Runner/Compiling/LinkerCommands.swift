import Caching
import Foundation
import Synchronization

/// What links a compiled program in the end. The driver calls a program that reads from the object file which
/// libraries belong to the imported modules, and a second driver that finds the linker: two more processes, which give
/// the same for every chapter with the same imports.
///
/// The first program with these imports goes the long way; what it comes to is kept for the others.
final class LinkerCommands: Sendable {
  private let cache: ContentCache?
  /// Nothing where the long way is the only one.
  private let known = Mutex<[String: [String]]>([:])

  /// Commands that are kept in `cache`, if one is given.
  init(cache: ContentCache?) { self.cache = cache }

  /// `commands` of the driver with the linker in place of all that comes behind the compiler; nil while the linker's
  /// command is not known.
  ///
  /// - Parameter surroundings: What else the linker's command depends on.
  func shortened(
    _ commands: [[String]], of source: String, in folder: String, surroundings: [String]
  ) -> [[String]]? {
    guard commands.count == 3 else { return nil }
    let key = Self.key(commands, source, folder, surroundings)
    let linker = known.withLock { known in
      if let linker = known[key] { return linker }
      let kept = cache?.text(under: key).map(Self.words)
      if let kept { known[key] = kept }
      return kept ?? []
    }
    return linker.isEmpty ? nil : [commands[0], FolderMark.put(linker, for: folder)]
  }

  /// Takes note of what `commands`, which have just linked what was compiled from `source`, came to.
  ///
  /// - Parameters:
  ///   - surroundings: What else the linker's command depends on.
  ///   - ask: Gives what a command prints on its error stream.
  func learn(
    from commands: [[String]], of source: String, in folder: String, surroundings: [String],
    ask: ([String]) async -> String?
  ) async {
    let key = Self.key(commands, source, folder, surroundings)
    guard known.withLock({ $0[key] == nil }), let command = Self.withLibraries(commands) else { return }
    let answer = await ask(command + ["-###"])
    let general = answer.flatMap(Self.linker).flatMap { FolderMark.generalized($0, folder: folder) }
    known.withLock { $0[key] = general.map(Self.words) ?? [] }
    if let general { cache?.keep(general, under: key) }
  }

  /// The last command with the list of libraries in place of the file that holds it, which the one before has written;
  /// nil for commands of another kind.
  private static func withLibraries(_ commands: [[String]]) -> [String]? {
    guard commands.count == 3, let list = commands[1].last, let place = commands[2].firstIndex(of: "@" + list)
    else { return nil }
    var command = commands[2]
    command.replaceSubrange(place...place, with: words(readText(list)))
    return command
  }

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// The command in a driver's answer to `-###`: the last line, each word of it in quotes.
  static func linker(in answer: String) -> String? {
    guard let line = answer.split(separator: "\n").last?.trimmingPrefix(" "), line.hasPrefix("\"/"),
      line.hasSuffix("\"")
    else { return nil }
    let words = line.dropFirst().dropLast().components(separatedBy: "\" \"")
    return words.contains { $0.isEmpty || $0.contains { $0 == " " } } ? nil : words.joined(separator: " ")
  }

  /// Every line that may import something is part of it, because modules bring their libraries.
  private static func key(
    _ commands: [[String]], _ source: String, _ folder: String, _ surroundings: [String]
  ) -> String {
    let imports = source.split(separator: "\n").filter { $0.contains("import") }
    let general = commands.joined().map { $0.replacing(folder, with: FolderMark.mark) }
    return "linker-"
      + Fingerprint.of((surroundings + general + imports.map(String.init)).joined(separator: "\u{0}"))
  }
}
