import Book
import Testing

@testable import galley

@Suite("Annotations of GitHub Actions")
struct AnnotationTests {
  @Test("a message of several lines stays one command, however the lines end")
  func lines() {
    let place = SourcePosition(file: "a,b:\r\nc.md", line: 3)
    for end in ["\n", "\r\n", "\r"] {
      let text = DiagnosticPrinter.annotation(Diagnostic(.error, at: place, "100 %\(end)::warning::x"))
      #expect(!text.unicodeScalars.contains("\n") && !text.unicodeScalars.contains("\r"))
      #expect(text.hasPrefix("::error file=a%2Cb%3A%0D%0Ac.md,line=3,col=1::100 %25%0"))
    }
  }
}
