import Caching
import Foundation
import TestSupport
import Testing

@testable import Runner

@Suite("The compiler and the linker are called without their drivers", .heavy)
struct CompileRecipeTests {
  /// The commands that the compiler's driver would run in `folder`.
  private static func answer(in folder: String) -> String {
    """
    /swift/swift-frontend -c \(folder)/main.swift -o /var/TemporaryDirectory.aB1/main-1.o
    /swift/swift-autolink-extract /var/TemporaryDirectory.aB1/main-1.o -o \(folder)/main.autolink
    /swift/clang /var/TemporaryDirectory.aB1/main-1.o @\(folder)/main.autolink -o \(folder)/chapter
    """
  }

  private static func linker(in folder: String) -> [String] {
    ["/swift/ld.lld", folder + "/main-1.o", "-lswiftCore", "-o", folder + "/chapter"]
  }

  private static func quoted(_ words: [String]) -> String {
    "clang version 21\n \"" + words.joined(separator: "\" \"") + "\"\n"
  }

  @Test("the answer of the driver is repeated in any folder, intermediate files in that folder too")
  func repeated() throws {
    let recipe = try #require(CompileRecipe(driver: Self.answer(in: "/book/run-1"), in: "/book/run-1"))
    #expect(
      recipe.commands(in: "/book/run-2") == [
        ["/swift/swift-frontend", "-c", "/book/run-2/main.swift", "-o", "/book/run-2/main-1.o"],
        ["/swift/swift-autolink-extract", "/book/run-2/main-1.o", "-o", "/book/run-2/main.autolink"],
        ["/swift/clang", "/book/run-2/main-1.o", "@/book/run-2/main.autolink", "-o", "/book/run-2/chapter"],
      ])
  }

  @Test("a word that the driver quotes, such as the option for macros, loses its quotes")
  func quotedWords() throws {
    let answer = "/swift/frontend -load-plugin-executable '/p/M-tool#M' /book/run-1/main.swift"
    let recipe = try #require(CompileRecipe(driver: answer, in: "/book/run-1"))
    #expect(
      recipe.commands(in: "/x") == [
        ["/swift/frontend", "-load-plugin-executable", "/p/M-tool#M", "/x/main.swift"]
      ])
  }

  @Test(
    "an answer that cannot be repeated is not used",
    arguments: [
      "/swift/frontend 'a b' /book/run-1/main.swift", "/swift/frontend a\\ b /book/run-1/main.swift",
      "/swift/frontend /private/book2/run-1/main.swift /book/run-1/chapter", "/swift/frontend", "",
    ])
  func unusable(answer: String) {
    #expect(CompileRecipe(driver: answer, in: "/book/run-1") == nil)
  }

  @Test("the linker replaces its driver, which is queried with the libraries of the program")
  func linker() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "linker-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try "-lswiftCore\n".write(toFile: folder + "/main.autolink", atomically: true, encoding: .utf8)
    let recipe = try #require(CompileRecipe(driver: Self.answer(in: folder), in: folder))
    #expect(
      recipe.linkerQuestion(in: folder)
        == ["/swift/clang", folder + "/main-1.o", "-lswiftCore", "-o", folder + "/chapter", "-###"])
    let shortened = try #require(
      recipe.shortened(linker: Self.quoted(Self.linker(in: folder)), in: folder))
    #expect(
      shortened.commands(in: "/book/x") == [recipe.commands(in: "/book/x")[0], Self.linker(in: "/book/x")])
    let others = [
      "", "clang: error: no such file", " \"/swift/ld.lld\" \"/a folder/main-1.o\"", " /swift/ld.lld",
    ]
    for answer in others { #expect(recipe.shortened(linker: answer, in: folder) == nil) }
  }

  @Test("commands of another kind give no query for a linker")
  func otherCommands() throws {
    let answer = "/swift/swift-frontend /x/run/main.swift\n/usr/bin/ld /x/run/main-1.o\n"
    #expect(try #require(CompileRecipe(driver: answer, in: "/x/run")).linkerQuestion(in: "/x/run") == nil)
  }

  @Test("a recipe is kept under all that it depends on, and a missing one is noted for this build only")
  func kept() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "recipes-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let cache = ContentCache(folder: folder)
    let recipe = try #require(CompileRecipe(driver: Self.answer(in: "/book/run-1"), in: "/book/run-1"))
    let recipes = CompileRecipes(cache: cache)
    recipes.keep(recipe, of: ["6.3", "import A"])
    recipes.keep(.none, of: ["6.4", "import A"])
    #expect(recipes.recipe(of: ["6.4", "import A"]) == CompileRecipe.none)
    for recipes in [recipes, CompileRecipes(cache: cache)] {
      #expect(recipes.recipe(of: ["6.3", "import A"]) == recipe)
      #expect(recipes.recipe(of: ["6.3", "import B"]) == nil)
    }
    #expect(CompileRecipes(cache: cache).recipe(of: ["6.4", "import A"]) == nil)
  }
}
