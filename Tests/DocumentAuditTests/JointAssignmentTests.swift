import DocumentAudit
import Testing

@Test("a text may give several quantities a new value at once")
func jointAssignment() {
  let text = "With $a = 1$ and $c = 100$ we begin. Turned it has $a = c = 50.5$, so $a + c = 101$.\n"
  let report = DocumentAuditor().audit([(path: "a.md", text: text)])
  #expect(report.documents[0].findings.isEmpty)
  #expect(report.documents[0].statements.map(\.verdict).last == .holds)
  let wrong = DocumentAuditor().audit([(path: "a.md", text: text.replacing("= 101", with: "= 102"))])
  #expect(wrong.documents[0].findings.count == 1)
}
