import Caching
import Foundation
import Synchronization

/// The commands that compile and link a program in any folder. The compiler's driver is asked for them only once,
/// because each call of the driver starts four more processes and repeats a plan that is the same for every chapter.
struct CompileRecipe: Sendable, Equatable, Codable {
  /// The words of each command. `mark` replaces the folder of the program.
  private var commands: [[String]]

  private static let mark = "\u{1}"

  /// An empty recipe: the driver must be called for every program.
  static let none = CompileRecipe(commands: [])

  private init(commands: [[String]]) { self.commands = commands }

  /// Creates a recipe from commands that name files in `folder`. Nil if no word names the folder, if a word contains a
  /// space, a quote or a backslash, or if a word spells the folder in another form.
  init?(_ commands: [[String]], in folder: String) {
    self.commands = commands.map { $0.map { Self.general($0, folder) } }
    let words = self.commands.joined()
    let name = URL(fileURLWithPath: folder).lastPathComponent
    guard words.contains(where: { $0.contains(Self.mark) }),
      !words.contains(where: { $0.contains(name) || $0.contains { "\"'\\ ".contains($0) } })
    else { return nil }
  }

  /// Reads the driver's answer to `-###`, which has one command on each line.
  init?(driver answer: String, in folder: String) {
    self.init(answer.split(separator: "\n").map(Self.words), in: folder)
  }

  /// The words of a command. The driver puts a word with special characters, such as the `#` in the option for macros,
  /// between single quotes.
  private static func words(of command: Substring) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    for character in command {
      switch character {
      case "'": isQuoted.toggle()
      case " " where !isQuoted:
        if !word.isEmpty { words.append(word) }
        word = ""
      default: word.append(character)
      }
    }
    return word.isEmpty ? words : words + [word]
  }

  /// The commands with their files in `folder`.
  func commands(in folder: String) -> [[String]] {
    commands.map { $0.map { $0.replacing(Self.mark, with: folder) } }
  }

  /// Replaces `folder` in a word by the mark, and also the temporary folder in which the driver puts intermediate
  /// files.
  static func general(_ word: String, _ folder: String) -> String {
    word.replacing(folder, with: mark).replacing(/[^@]*\/TemporaryDirectory\.[^\/]+/, with: mark)
  }
}

extension CompileRecipe {
  /// The command that asks the linker's driver for its own command. It is the last command, with the name of the
  /// library list replaced by the libraries that the second command wrote to that list, so the first two commands must
  /// have run in `folder`. Nil for commands of another form.
  func linkerQuestion(in folder: String) -> [String]? {
    let commands = commands(in: folder)
    guard commands.count == 3, let list = commands[1].last, let place = commands[2].firstIndex(of: "@" + list)
    else { return nil }
    var question = commands[2]
    let libraries = readText(list).split(whereSeparator: \.isWhitespace).map(String.init)
    question.replaceSubrange(place...place, with: libraries)
    return question + ["-###"]
  }

  /// A recipe of two commands: the compiler, and the linker as given in the last line of the answer of the linker's
  /// driver, where each word is in quotes. Nil if the answer has another form.
  func shortened(linker answer: String, in folder: String) -> CompileRecipe? {
    guard let compiler = commands(in: folder).first,
      let line = answer.split(separator: "\n").last?.trimmingPrefix(" "), line.hasPrefix("\"/"),
      line.hasSuffix("\"")
    else { return nil }
    let words = line.dropFirst().dropLast().components(separatedBy: "\" \"")
    if words.contains(where: { $0.isEmpty || $0.contains(" ") }) { return nil }
    return CompileRecipe([compiler, words], in: folder)
  }
}

/// The known recipes, by everything that they depend on.
final class CompileRecipes: Sendable {
  private let cache: ContentCache?
  private let known = Mutex<[[String]: CompileRecipe]>([:])

  /// Creates a collection that also keeps its recipes in `cache`, if one is given.
  init(cache: ContentCache?) { self.cache = cache }

  /// The known recipe; nil if there is none yet.
  func recipe(of parts: [String]) -> CompileRecipe? {
    known.withLock { known in
      if let recipe = known[parts] { return recipe }
      known[parts] = cache?.value("recipe", of: parts)
      return known[parts]
    }
  }

  /// Stores `recipe`. An empty recipe is not written to the cache, so the next build asks the driver again.
  func keep(_ recipe: CompileRecipe, of parts: [String]) {
    known.withLock { $0[parts] = recipe }
    if recipe != .none { cache?.keep(recipe, "recipe", of: parts) }
  }
}
