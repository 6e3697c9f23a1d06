import Foundation
import TestSupport
import Testing

/// Live blocks are compiled twice, and the check fails unless both compilations agree.
@Suite("Live blocks", .heavy)
struct LiveTests {
  private static func chapter(_ code: String, live: String = "rate = 0.001...1 log; count = 1...20") -> String
  {
    """
    ---
    title: Live
    ---
    ```swift-run
    //| live: \(live)
    let rate = 0.1
    let count = 3
    \(code)
    ```

    It is `{swift} rate`.
    """
  }

  @Test("a block whose page agrees passes, and says at how many settings")
  func agreement() throws {
    let book = try TemporaryBook([
      "01-a.md": Self.chapter(
        """
        var theta = [1.0, 2.0]
        var optimizer = RMSProp(learningRate: rate)
        for _ in 0..<count { optimizer.step(&theta, gradient: theta.map { 2 * $0 }) }
        theta
        """)
    ])
    let result = try book.galley(["build"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("1 passed"))
    let page = try book.read("site/public/a.html")
    #expect(page.contains("live; compared at 21 settings"))
    #expect(page.contains("'wasm-unsafe-eval'"))
    #expect(try !book.read("site/public/index.html").contains("wasm-unsafe-eval"))
    // Base64 has four characters for three bytes.
    #expect(try book.read("site/public/assets/live/a.js").utf8.count * 3 / 4 <= 10_000)
    let again = try book.galley(["check"])
    #expect(!again.errors.contains("compiling"))
  }

  @Test("the module of a page has the same bytes in every folder")
  func reproducibility() throws {
    let scripts = try (1...2).map { _ in
      let book = try TemporaryBook(["01-a.md": Self.chapter("[rate * Double(count)]")])
      let result = try book.galley(["build", "--fresh"])
      #expect(result.status == 0, "\(result.errors)")
      return try book.read("site/public/assets/live/a.js")
    }
    #expect(scripts[0] == scripts[1])
  }

  @Test("strings that are equal after normalization are equal on the page, too")
  func normalization() throws {
    let book = try TemporaryBook([
      "01-a.md": Self.chapter(
        #"[["e\u{301}" == "é", "A\u{30A}" < "Å", Set(["ὦ", "ω\u{313}\u{342}"]).count == 1].filter { $0 }.count * count]"#
      )
    ])
    let result = try book.galley(["check"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("1 passed"))
  }

  @Test("a rule that is changed on one side only fails the check, which names the setting")
  func disagreement() throws {
    let book = try TemporaryBook([
      "01-a.md": Self.chapter(
        """
        #if hasFeature(Embedded)
          let factor = rate > 0.5 ? 2.0 : 1.0
        #else
          let factor = 1.0
        #endif
        factor * rate * Double(count)
        """)
    ])
    let result = try book.galley(["check"])
    #expect(result.status == 1)
    let pattern =
      #/error: at rate = 0\.[5-9]\d*, count = \d+ the page gives something else: \S+ here and \S+ on the page/#
    #expect(result.errors.contains(pattern), "\(result.errors)")
  }

  @Test("code that cannot be compiled for a page is an error at its line, with a way out")
  func restrictions() throws {
    let book = try TemporaryBook([
      "01-a.md": Self.chapter(
        "struct Run { var loss: Double }\nlet key = \\Run.loss\nRun(loss: rate * Double(count))[keyPath: key]"
      )
    ])
    let result = try book.galley(["check"])
    #expect(result.status == 1)
    #expect(result.errors.contains("01-a.md:9:"), "\(result.errors)")
    #expect(result.errors.contains("does not compile for a page"))
    #expect(result.errors.contains("no key paths"))
  }

  @Test("a setting at which the code stops is named")
  func stops() throws {
    let book = try TemporaryBook([
      "01-a.md": Self.chapter("[1, 2, 3, 4, 5][count]", live: "rate = 0.001...1 log; count = 1...20")
    ])
    let result = try book.galley(["check"])
    #expect(result.status == 1)
    #expect(
      result.errors.contains(#/at rate = \S+, count = \d+ the code stops: the code trapped/#),
      "\(result.errors)")
    #expect(result.errors.contains("narrow the ranges"))
  }
}
