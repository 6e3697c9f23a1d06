import Testing

@testable import Site

@Suite("Raw HTML is read as browsers read it")
struct RawHTMLTests {
  private static func page(_ html: String) -> (html: String, notices: [RawHTML.Notice]) {
    var raw = RawHTML()
    var notices: [RawHTML.Notice] = []
    let page = raw.filter(html, &notices, .page) { .other($0) } + raw.end(&notices)
    return (page, notices)
  }

  @Test(
    "an accent behind a sign hides no tag and no end of a comment",
    arguments: [
      "<!-- a -->\u{301}<script>x</script>", "<!-- a --!><script>x</script> -->",
      "<!--><script>x</script> -->",
      "<!---><script>x</script> -->", "<b title=\"a\"\u{301}><script>x</script></b>",
      "<b>\u{301}<script>x</script></b>",
      "<b title='a'\u{20DD}><script>x</script></b>",
    ])
  func accents(html: String) {
    #expect(
      !Self.page(html).html.unicodeScalars.split(separator: "<").contains { String($0).hasPrefix("script") })
  }

  @Test("a quotation mark in a value stays in the value, also with an accent behind it")
  func quotes() {
    for accent in ["", "\u{301}", "\u{200D}"] {
      let page = Self.page("<b title='a\"\(accent) onclick=x'>t</b>").html
      #expect(page == "<b title=\"a&quot;\(accent) onclick=x\">t</b>")
      let double = Self.page("<b title=\"a\"\(accent) onclick=\"x\">t</b>")
      #expect(!double.html.contains("onclick") && double.notices.contains(.removed("onclick=")))
    }
  }

  @Test("an ordinary comment stays")
  func comments() {
    #expect(Self.page("<!-- a > b - c -- d -->t").html == "<!-- a > b - c -- d -->t")
  }
}
