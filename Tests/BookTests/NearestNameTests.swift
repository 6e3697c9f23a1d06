import Book
import Testing

@Test(
  "a misspelling finds its word",
  arguments: [
    ("lable", "label"), ("ouput", "output"), ("fig_cap", "fig-cap"), ("Echo", "echo"), ("time", nil),
    ("xyz", nil),
  ] as [(String, String?)])
func nearest(word: String, expected: String?) {
  #expect(nearestName(to: word, among: ["label", "output", "fig-cap", "echo", "timeout"]) == expected)
}
