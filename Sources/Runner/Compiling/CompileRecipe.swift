import Caching
import Foundation
import Synchronization

/// The commands that compile and link a program, for any folder. The compiler's driver, which would start four more
/// processes and plan anew what is the same for every chapter, is asked for them once.
struct CompileRecipe: Sendable, Equatable, Codable {
  /// A mark stands for the folder of the program.
  private var commands: [[String]]

  private static let mark = "\u{1}"

  /// Nothing that can be repeated.
  static let none = CompileRecipe(commands: [])

  private init(commands: [[String]]) { self.commands = commands }

  /// Makes `commands`, which name files in `folder`, hold for any folder; nil when words in them are quoted, or when
  /// they name the folder in another way.
  init?(_ commands: [[String]], in folder: String) {
    self.commands = commands.map { $0.map { Self.general($0, folder) } }
    let words = self.commands.joined()
    let name = URL(fileURLWithPath: folder).lastPathComponent
    guard words.contains(where: { $0.contains(Self.mark) }),
      !words.contains(where: { $0.contains(name) || $0.contains { "\"'\\".contains($0) } })
    else { return nil }
  }

  /// Reads the driver's answer to `-###`: a command on each line.
  init?(driver answer: String, in folder: String) {
    self.init(answer.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }, in: folder)
  }

  /// The commands with their files in `folder`.
  func commands(in folder: String) -> [[String]] {
    commands.map { $0.map { $0.replacing(Self.mark, with: folder) } }
  }

  /// The driver puts intermediate files into a temporary folder of its own.
  static func general(_ word: String, _ folder: String) -> String {
    word.replacing(folder, with: mark).replacing(/[^@]*\/TemporaryDirectory\.[^\/]+/, with: mark)
  }
}

extension CompileRecipe {
  /// The question to the linker's driver, once the commands have run in `folder`: the last command with the list of
  /// libraries that the one before has written; nil for commands of another kind.
  func linkerQuestion(in folder: String) -> [String]? {
    let commands = commands(in: folder)
    guard commands.count == 3, let list = commands[1].last, let place = commands[2].firstIndex(of: "@" + list)
    else { return nil }
    var question = commands[2]
    let libraries = readText(list).split(whereSeparator: \.isWhitespace).map(String.init)
    question.replaceSubrange(place...place, with: libraries)
    return question + ["-###"]
  }

  /// The compiler, and the linker in place of the two commands behind it, as the linker's driver answers: the last
  /// line, each word of it in quotes. Nil for another answer.
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

/// The recipes that were learnt, by all that they depend on.
final class CompileRecipes: Sendable {
  private let cache: ContentCache?
  private let known = Mutex<[[String]: CompileRecipe]>([:])

  /// Recipes that are kept in `cache`, if one is given.
  init(cache: ContentCache?) { self.cache = cache }

  /// Nil while nothing was learnt.
  func recipe(of parts: [String]) -> CompileRecipe? {
    known.withLock { known in
      if let recipe = known[parts] { return recipe }
      known[parts] = cache?.value("recipe", of: parts)
      return known[parts]
    }
  }

  /// Takes note of what was learnt; that there is nothing to repeat is asked again by the next build.
  func keep(_ recipe: CompileRecipe, of parts: [String]) {
    known.withLock { $0[parts] = recipe }
    if recipe != .none { cache?.keep(recipe, "recipe", of: parts) }
  }
}
