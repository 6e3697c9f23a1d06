import DocumentAudit
import FormulaInputs
import Testing

@Suite("Mutants of correct derivations, as documents")
struct MutatedDocumentTests {
  /// The derivation as a document: a sentence with the given values, and a display for every row.
  static func document(_ mutant: Mutator.Mutant) -> (text: String, lines: [Int]) {
    var text = "Let " + mutant.given.split(separator: "=").count.description + " values be known.\n\n"
    var given = ""
    var level = 0
    for character in mutant.given {
      if character == "[" { level += 1 }
      if character == "]" { level -= 1 }
      given += character == "," && level == 0 ? "$, $" : String(character)
    }
    text += "Given $\(given.replacing("$ ", with: "$"))$.\n"
    var lines: [Int] = []
    var name = ""
    for row in mutant.rows {
      let parts = row.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if !parts[0].allSatisfy({ $0 == " " }) { name = String(parts[0]) }
      text += "\n$$\n"
      lines.append(text.split(separator: "\n", omittingEmptySubsequences: false).count)
      text += "\(name) = \(parts[1])\n$$\n"
    }
    return (text, lines)
  }

  @Test("one mutated number in a document is found at the right line")
  func documents() throws {
    var mutator = Mutator(seed: 11)
    var counted = 0
    var found = 0
    var missed: [String] = []
    while counted < 250 {
      guard let mutant = mutator.next(), !mutant.given.isEmpty, try mutant.changesValue else { continue }
      // Only numbers are mutated, because a changed rule may be another valid rule.
      guard !mutant.rows[mutant.changedRow].drop(while: { $0 != "=" }).contains(where: \.isLetter) else {
        continue
      }
      counted += 1
      let (text, lines) = Self.document(mutant)
      let audit = DocumentAuditor().audit(path: "m.md", text: text)
      let first = audit.statements.filter { $0.verdict == .fails }.map(\.line).min()
      let touched = lines.indices.filter { $0 == mutant.changedRow || $0 == mutant.changedRow + 1 }.map {
        lines[$0]
      }
      if let first, touched.contains(first) {
        found += 1
      } else {
        missed.append(
          "\(mutant.rows[mutant.changedRow]) → \(first.map(String.init) ?? "nothing") of \(touched)")
      }
    }
    print("mutated documents found: \(found) of \(counted)")
    #expect(Double(found) >= 0.97 * Double(counted), "\(missed.prefix(30).joined(separator: "\n"))")
  }

  @Test("the derivations are correct as documents")
  func correctDocuments() {
    for (given, rows) in Mutator.derivations where !given.isEmpty {
      let audit = DocumentAuditor().audit(
        path: "c.md", text: Self.document(.init(given: given, rows: rows, changedRow: 0)).text)
      #expect(audit.findings == [])
    }
  }
}
