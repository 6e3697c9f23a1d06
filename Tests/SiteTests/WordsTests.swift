import Checks
import Foundation
import Testing

@testable import Site

@Suite("Words of the interface")
struct WordsTests {
  @Test("a value with braces is no placeholder")
  func braces() {
    let text = Words.english.text(.sectionOfChapter, ["chapter": "{title}", "title": "T"])
    #expect(text.contains("{title}") && text.contains("T"))
  }

  @Test(
    "every language has all words, no unused ones, and the same places in them",
    arguments: ["en", "zh"])
  func complete(language: String) throws {
    let words = try Self.words(language)
    #expect(words.names == Set(Word.allCases.map(\.rawValue)))
    for word in Word.allCases {
      #expect(Self.places(in: words[word]) == Self.places(in: Words.english[word]), "\(language): \(word)")
      #expect(Self.places(in: words.one(word)).isSubset(of: Self.places(in: words[word])), "\(word)")
      #expect(!words[word].isEmpty || word == .captionEnd, "\(language): \(word)")
    }
  }

  @Test("a template uses only words that exist")
  func templates() throws {
    let theme = ThemeSource(folder: nil)
    let known = Words.english.names
    for name in Templates.names {
      let text = String(decoding: try theme.data("templates/\(name).mustache"), as: UTF8.self)
      for match in text.matches(of: /\{\{words\.(\w+)\}\}/) {
        #expect(known.contains(String(match.1)), "\(name): \(match.1)")
      }
    }
  }

  @Test("no word of the interface is English on the pages of a Chinese book")
  func chinese() throws {
    let book = try SampleBook(Self.chinese, settings: Self.settings, hasSinglePage: true)
    #expect(book.messages.isEmpty, "\(book.messages)")
    // These are names, code, or the author's own words.
    let allowed: Set<String> = [
      "report", "json", "svg", "csv", "html", "index", "galley", "book", "Kingma", "Ba", "Hinton", "ICLR",
      "Adam", "eq", "claim",
    ]
    for (name, data) in book.pages.files where name.hasSuffix(".html") {
      for word in try Self.words(onPage: String(decoding: data, as: UTF8.self)) where !allowed.contains(word)
      {
        Issue.record("\(name): \(word)")
      }
    }
    let html = book.text("a.html").replacing("\u{A0}", with: " ")
    #expect(html.contains("<html lang=\"zh\" "))
    for words in ["第 1 章", "图 1.1</span> 损失。", ">式 1.1</a>", ">说明</p>", "练习：一半", "Kingma 和 Ba", "跳到正文"] {
      #expect(html.contains(words), "\(words)")
    }
  }

  @Test(
    "a language without words is shown in English with a warning, and every part of the interface is marked")
  func unknown() throws {
    let book = try SampleBook(["01-a.md": Self.plain], settings: "title: T\nlanguage: fr-CA\n")
    #expect(
      book.messages == [
        "Chapters/book.yml:2:11: warning: the interface has no words in the language 'fr-CA' and is shown in English; "
          + "write 'theme/words/fr.json' in the folder of the chapters, like 'en.json' of the default theme"
      ])
    #expect(book.pages.isSound)
    let html = book.text("a.html")
    #expect(html.contains("<html lang=\"fr-CA\">"))
    #expect(html.contains("href=\"#main\" lang=\"en\">Skip to the text</a>"))
    #expect(html.contains("data-language=\"en\""))
    #expect(!(try SampleBook(["01-a.md": Self.plain])).text("a.html").contains("lang=\"en\">Skip"))
  }

  @Test("the book's own words replace those of the theme, and missing words are reported")
  func own() throws {
    let own = try SampleBook(
      ["01-a.md": Self.plain, "theme/words/zh.json": "{\"interface\": {\"search\": \"查找\"}}"],
      settings: "title: T\nlanguage: zh-Hans\n")
    #expect(own.messages.isEmpty, "\(own.messages)")
    #expect(own.text("a.html").contains(">查找 <kbd>") && own.text("a.html").contains("目录"))
    #expect(own.pages.files["assets/words/zh.json"] == nil)
    let other = try SampleBook(
      [
        "01-a.md": Self.plain,
        "theme/words/fr.json":
          "{\"interface\": {\"search\": \"Rechercher\", \"serch\": \"?\", \"places\": {\"one\": \"{count} endroit\", \"other\": \"{count} endroits\"}}}",
      ], settings: "title: T\nlanguage: fr\n")
    #expect(other.text("a.html").contains(">Rechercher <kbd>"))
    #expect(other.text("a.html").contains("{count} endroit&quot;"))
    #expect(other.messages.count == 2, "\(other.messages)")
    #expect(
      other.messages.contains {
        $0.contains("nothing in the interface is called 'serch'; did you mean 'search'?")
      })
    #expect(
      other.messages.contains { $0.contains("words are missing and are shown in English: 'skipToText', ") })
    let broken = try SampleBook(
      ["01-a.md": Self.plain, "theme/words/fr.json": "{"], settings: "title: T\nlanguage: fr\n")
    #expect(
      broken.messages.first?.hasPrefix("Chapters/theme/words/fr.json:1:1: error: the words cannot be read")
        == true)
    #expect(!broken.pages.isSound)
  }

  @Test("every sentence of a report exists in every language, with the same places, and no key is unused")
  func report() throws {
    let words = try Self.words("zh")
    #expect(words.reportNames == Set(Phrase.allCases.map(\.key)))
    for phrase in Phrase.allCases {
      #expect(Self.places(in: words[phrase] ?? "") == Self.places(in: phrase.rawValue), "\(phrase)")
    }
  }

  @Test("a report is in the page's language, and values stay as they are, even if they look like words")
  func values() throws {
    let words = try Self.words("zh")
    let number = Wording.phrase(.agreeAtPoints, ["points": .text("{points}")])
    let nested = Wording.phrase(.agreeThoughDeclared, ["label": .text("was not reached"), "outcome": number])
    let places = ["points": "{points}", "outcome": words.text(number), "label": "was not reached"]
    #expect(words.text(number) == (words[.agreeAtPoints] ?? "").filled(places))
    #expect(words.text(nested) == (words[.agreeThoughDeclared] ?? "").filled(places))
    #expect(Words.english.text(nested) == nested.english)
  }

  @Test(
    "English prose on a page in another language is marked as English, also inside a sentence"
  )
  func foreign() throws {
    let words = try Self.words("zh")
    let message = Wording.phrase(.trapped, ["message": .english("a < b")])
    let (before, after) = try #require((words[.trapped] ?? "").split(at: "{message}"))
    #expect(words.html(message) == before + "<span lang=\"en\">a &lt; b</span>" + after)
    #expect(!Words.english.html(message).contains("lang"))
    #expect(words.html(.text("the moon is out today")) == "the moon is out today")
    let unknown = Words(try WordsFile(Data("{\"interface\": {}}".utf8)), language: "fr")
    #expect(unknown.html(.phrase(.compiles)) == "<span lang=\"en\">\(Phrase.compiles.rawValue)</span>")
  }

  private static func words(_ language: String) throws -> Words {
    Words(try WordsFile(try ThemeSource(folder: nil).data("words/\(language).json")), language: language)
  }

  private static func places(in text: String) -> Set<String> {
    Set(text.matches(of: /\{(\w+)\}/).map { String($0.1) })
  }

  /// The English words that a reader sees or hears: not code, formulas or drawings, and nothing marked as English.
  private static func words(onPage html: String) throws -> [String] {
    var html = html
    for name in ["pre", "code", "script", "math", "svg"] {
      html = html.replacing(try Regex("(?s)<\(name)[ >].*?</\(name)>"), with: " ")
    }
    html = html.replacing(/(?s)<span class="katex-html".*?<\/span>(?=<\/span>)/, with: " ")
      .replacing(/<(\w+) lang="en">[^<]*<\/\w+>/, with: " ")
    let spoken = html.matches(of: /(?:aria-label|title|placeholder)="([^"]*)"/).map { String($0.1) }
    let shown = html.replacing(/<[^>]*>/, with: " ")
    return ([shown] + spoken).flatMap {
      $0.replacing(/&[a-z]+;/, with: " ").matches(of: /[A-Za-z]{2,}/).map { String($0.0) }
    }
  }

  private static let plain = "# A\n\n## B\n\n```swift-run\n1 // == 42\n```\n"
  private static let settings = """
    title: 书
    summary: 一本书。
    language: zh
    redirects:
      old: a
    sources:
      - title: 文献
        note: 来源
    """

  private static let chinese = [
    "references.bib":
      "@article{kingma, author = {Kingma, D. and Ba, J.}, title = {Adam}, journal = {ICLR}}\n@book{hinton, author = {Hinton, G.}, year = 2012, title = {A}}",
    "01-a.md": """
    # 甲

    见 @fig-a、@tbl-a、@eq-a、@sec-b、@sec-c，[@kingma] 与 @hinton，以及 @kingma。[论断](claim:c)。值 `{swift} 1`。注[^1]。

    ## 乙 {#sec-b}

    > [!NOTE]
    > 说明。

    > [!TIP]
    > 提示。

    | 一 | 二 |
    |---|---|
    | 1 | 2 |

    ```swift-run
    //| label: fig-a
    //| fig-cap: 损失。
    //| code-fold: true
    chart
    ```

    ```swift-run
    //| label: tbl-a
    //| tbl-cap: 步骤。
    2 // == 42
    3 // ≈ 41.5 ± 1
    3 // ≈ 41
    4 // == 43
    ```

    ```swift-run
    //| expect: trap
    fatalError()
    ```

    ```math
    %| label: eq-a
    %| given: a = 1
    %| expect: fails at 1
    a = 2
    ```

    ```math
    %| label: eq-b
    b = 2 c
    ```

    ```math
    %| label: eq-d
    %| equivalent-to: eq-b
    %| expect: differs
    b = 3 c
    ```

    ```exercise
    //| label: half
    //| title: 一半
    func half() -> Int {
      // BEGIN SOLUTION
      return 1
      // END SOLUTION
      return 0
    }
    ```

    ```hint
    //| exercise: half
    想一想。
    ```

    ```check
    //| exercise: half
    //| label: one
    //| says: 是一
    half()
    ```

    ```question
    哪个？

    - [x] 这个 — 因为
    - [ ] 那个
    ```

    ```question
    为何？
    ---
    因为。
    ```

    [^1]: 脚注。
    """, "02-c.md": "# 丙\n\n## 丁 {#sec-c}\n\n```dot\ndigraph { a -> b }\n```\n",
  ]
}

extension String {
  /// The text with `values` in its places, each inserted once.
  fileprivate func filled(_ values: [String: String]) -> String {
    replacing(/\{(\w+)\}/) { values[String($0.1)] ?? "" }
  }

  fileprivate func split(at place: String) -> (String, String)? {
    firstRange(of: place).map { (String(self[..<$0.lowerBound]), String(self[$0.upperBound...])) }
  }
}
