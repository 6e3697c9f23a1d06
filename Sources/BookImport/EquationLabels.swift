/// The labels of formulas, each made unique in the book. Some tools allow the same label in several chapters.
struct EquationLabels {
  /// The new file of each label.
  private(set) var files: [String: String] = [:]
  /// The new labels in a file, by the labels that were written there.
  private var renamed: [String: [String: String]] = [:]

  /// The text of a chapter with labels that no chapter before it has.
  mutating func unique(_ text: String, in file: String) -> String {
    guard text.contains("{#eq-") else { return text }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      guard line.hasSuffix("}"), let match = line.firstMatch(of: /(\$\$[.,;:。，；]? \{#)(eq-[\w-]+)\}/) else {
        return String(line)
      }
      let written = String(match.2)
      var label = written
      var number = 2
      while files[label] != nil {
        label = "\(written)-\(number)"
        number += 1
      }
      files[label] = file
      if renamed[file, default: [:]][written] == nil { renamed[file, default: [:]][written] = label }
      return line[..<match.range.lowerBound] + match.1 + label + "}"
    }
    return lines.joined(separator: "\n")
  }

  /// The label that a reference in `file` means, and the file that has it.
  func target(_ written: String, from file: String) -> (label: String, file: String)? {
    let label = renamed[file]?[written] ?? written
    return files[label].map { (label, $0) }
  }
}
