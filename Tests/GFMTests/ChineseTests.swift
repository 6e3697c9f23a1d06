import GFM
import Testing

@Suite("Chinese text")
struct ChineseTests {
  @Test(
    "emphasis beside full-width punctuation is emphasis",
    arguments: [
      ("**重点：**后面", "<strong>重点：</strong>后面"),
      ("前面**“引用”**后面", "前面<strong>“引用”</strong>后面"),
      ("这是*重要。*接着", "这是<em>重要。</em>接着"),
      ("**公式 $x_1$：**后面", "<strong>公式 $x_1$：</strong>后面"),
      ("**重点：*注意！*后**面", "<strong>重点：<em>注意！</em>后</strong>面"),
      ("**一：**二 **三：**四", "<strong>一：</strong>二 <strong>三：</strong>四"),
      ("文**粗体**字", "文<strong>粗体</strong>字"),
    ])
  func emphasis(text: String, expected: String) {
    #expect(MarkdownDocument(text).html() == "<p>\(expected)</p>\n")
  }

  @Test(
    "stars that are not emphasis stay",
    arguments: [
      ("`**重点：**后面`", "<code>**重点：**后面</code>"), (#"\*\*重点：\*\*后面"#, "**重点：**后面"),
      ("2*3，后面", "2*3，后面"), ("**重点：", "**重点："),
    ])
  func stars(text: String, expected: String) {
    #expect(MarkdownDocument(text).html() == "<p>\(expected)</p>\n")
  }

  @Test(
    "an address ends where Chinese text begins",
    arguments: [
      ("见https://example.org/a，接着", "见<a href=\"https://example.org/a\">https://example.org/a</a>，接着"),
      ("https://example.org/中文 x", "<a href=\"https://example.org/\">https://example.org/</a>中文 x"),
      (
        "<https://example.org/中文>",
        "<a href=\"https://example.org/%E4%B8%AD%E6%96%87\">https://example.org/中文</a>"
      ),
      ("https://example.org/ü", "<a href=\"https://example.org/%C3%BC\">https://example.org/ü</a>"),
    ])
  func addresses(text: String, expected: String) {
    #expect(MarkdownDocument(text).html() == "<p>\(expected)</p>\n")
  }

  @Test("unclosed stars are read in linear time")
  func hostile() {
    for text in ["**重：", "*。", "：**", "**重：**后"] {
      _ = MarkdownDocument(String(repeating: text, count: 2_000)).tree
    }
  }
}
