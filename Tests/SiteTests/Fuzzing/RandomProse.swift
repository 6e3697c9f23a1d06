import TestSupport

/// Random prose in which every place that a reader sees holds a word of its own.
struct RandomProse {
  private(set) var random: SeededNumbers
  private var count = 0

  init(seed: UInt64) { random = SeededNumbers(seed: seed) }

  /// A chapter with a few parts and a few damaged places.
  mutating func chapter() -> String {
    count = 0
    var text = "---\ntitle: \(word())\nsummary: \(word())\n---\n\n"
    for _ in 0..<random.below(5) + 2 { text += part() + "\n\n" }
    for _ in 0..<random.below(4) { damage(&text) }
    return text + "\n\n[^n]: Note.\n\n[r]: https://example.org\n\nText.[^n]\n"
  }

  /// The words that stand in a text, without those of HTML comments.
  static func words(in text: String) -> [String] {
    text.replacing(/<!--[\s\S]*?-->/, with: "").matches(of: /zq[0-9]+x/).map { String($0.0) }
  }

  private mutating func word() -> String {
    count += 1
    return "zq\(count)x"
  }

  private mutating func words() -> String {
    (0..<random.below(3) + 1).map { _ in phrase() }.joined(separator: " ")
  }

  private mutating func phrase() -> String {
    switch random.below(22) {
    case 0: "*\(word())*"
    case 1: "**\(word())：**\(word())"
    case 2: "~~\(word())~~"
    case 3: "`\(word())`"
    case 4: "$\\text{\(word())}$"
    case 5: "$`\\text{\(word())}`$"
    case 6: "$$\\text{\(word())}$$"
    case 7: "[\(word())](https://example.org \"\(word())\")"
    case 8: "[\(word())][r]"
    case 9: "![\(word())](p.png \"\(word())\")"
    case 10: "<https://example.org/\(word())>"
    case 11: "https://example.org/\(word())"
    case 12: "<b title=\"\(word())\">\(word())</b>"
    case 13: "<img src=\"p.png\" alt=\"\(word())\">"
    case 14: "`{swift} 1 + 1` \(word())"
    case 15: "&lt;\(word())&gt;"
    case 16: "\\$\(word()) and $5 \(word()) $PATH"
    case 17: "[^n] \(word())"
    case 18: "中文\(word())，$x$\(word())。"
    case 19: "\"\(word())\" -- '\(word())' ... &amp; &copy;"
    default: word()
    }
  }

  private mutating func part() -> String {
    switch random.below(18) {
    case 0: "## \(words()) {#sec-\(count)}"
    case 1: "\(words())\n---"
    case 2: "- \(words())\n- [x] \(words())\n  1. \(words())\n\n     \(words())"
    case 3: "> \(words())\n>\n> - \(words())"
    case 4: "> [!NOTE]\n> \(words())"
    case 5:
      "| \(word()) | \(word()) |\n|---|--:|\n| \(words()) | \(word()) |\n| \(word()) | $|\\text{\(word())}|$ |"
    case 6: "Text.[^n\(count)]\n\n[^n\(count)]: \(words())\n\n    \(words())"
    case 7: "```text\n\(word())\n```"
    case 8: "~~~~console\n\(word())\n~~~~"
    case 9:
      "```swift-run\n//| label: fig-\(count)\n//| fig-cap: \(words())\nlet a\(count) = 1  // \(word())\nchart(a\(count))\n```"
    case 10: "```math\n%| label: eq-\(count)\n\\text{\(word())} = 1\n```"
    case 11: "$$\n\\text{\(word())} = 2\n$$ {#eq-\(count)}"
    case 12: "$$ \\text{\(word())} $$ (eq-\(count))"
    case 13: "<details><summary>\(word())</summary>\n\n\(words())\n\n</details>"
    case 14: "<div>\n\(word())\n</div>"
    case 15: "[r]: https://example.org/r\n\n\(words())"
    default: "\(words())\n\(words())\n\(words())"
    }
  }

  private static let signs: [String] = [
    "[", "]", "(", ")", "{", "}", "`", "``", "```", "$", "$$", "\\", "\\\\", "*", "**", "_", "~~", "~", "|",
    "<", ">", "&",
    "!", "#", "## ", "@", "[^", "[^n]: ", ": ", "- ", "> ", ">", "1. ", "---\n", "***\n", "\n", "\n\n",
    "    ", "\t", " ",
    "<b>", "</b>", "</div>", "<p>", "<a id=x>", "</details>", "<br/>", "<span hidden>", "\"", "'", "\\(",
    "\\)", "\\[", "\\]",
    "\\begin{aligned}", "\\text{", "{#eq-x}", "{.class}", "```math\n", "```text\n", "```\n", "%| ", "//| ",
    "| a | b |\n|---|---|\n",
    "中", "，", "\u{200B}", "\u{A0}", "e\u{301}", "\u{202E}", "[r]: x \"y\"\n", "=", "===\n",
    "\\newcommand{\\z}{1}", "%",
    "\r", "\r\n", "\u{FEFF}", "\u{2028}", "$x$", "![", "](", "<!", "<?", "]]>", "\\$",
  ]

  private mutating func damage(_ text: inout String) {
    var characters = Array(text)
    let place = random.below(characters.count + 1)
    switch random.below(6) {
    case 0: characters.removeSubrange(place..<min(place + random.below(3), characters.count))
    case 1:
      let end = min(place + random.below(30), characters.count)
      characters.insert(contentsOf: characters[place..<end], at: random.below(characters.count + 1))
    default: characters.insert(contentsOf: Self.signs[random.below(Self.signs.count)], at: place)
    }
    text = String(characters)
  }
}
