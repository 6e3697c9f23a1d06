import Testing

@testable import Site

@Suite("Printed text is shown as a terminal would")
struct TerminalTextTests {
  @Test(
    "lines that are written anew show their end",
    arguments: [
      ("\r1 of 3\r2 of 3\r3 of 3", "3 of 3"), ("100 %\r9", "900 %"), ("ab\u{8}c", "ac"), ("a\r\nb", "a\nb"),
      ("50 %\r\u{1B}[Kdone", "done"), ("abc\u{1B}[2Kd", "d"), ("\u{7}a", "a"),
    ])
  func rewritten(printed: String, shown: String) { #expect(TerminalText.html(printed) == shown) }

  @Test(
    "colours become classes, other commands vanish",
    arguments: [
      ("\u{1B}[31mred\u{1B}[0m plain", "<span class=\"terminal-1\">red</span> plain"),
      (
        "\u{1B}[1;32ma\u{1B}[39mb\u{1B}[mc",
        "<span class=\"terminal-2 terminal-bold\">a</span><span class=\"terminal-bold\">b</span>c"
      ),
      ("\u{1B}[38;5;4mx", "<span class=\"terminal-4\">x</span>"), ("\u{1B}[38;2;1;2;3mx", "x"),
      ("\u{1B}[2J\u{1B}[3;4Hx", "x"), ("\u{1B}]0;title\u{7}x", "x"),
      ("\u{1B}[31ma\nb", "<span class=\"terminal-1\">a</span>\n<span class=\"terminal-1\">b</span>"),
      ("\u{1B}", ""), ("\u{1B}[", ""), ("\u{1B}[99999999999999999999m", ""),
    ])
  func colors(printed: String, shown: String) { #expect(TerminalText.html(printed) == shown) }

  @Test("control characters become the replacement character, and markup stays text")
  func controls() {
    #expect(TerminalText.html("before\0after<b>\u{1}\t") == "before\u{FFFD}after&lt;b&gt;\u{FFFD}\t")
    #expect(TerminalText.html("漢字 🧑‍🚀 é\u{301}") == "漢字 🧑‍🚀 é\u{301}")
  }
}
