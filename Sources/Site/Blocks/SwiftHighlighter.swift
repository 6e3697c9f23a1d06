import Caching
import Checks
import GFM
import Plan
import SwiftIDEUtils
import SwiftParser
import SwiftSyntax

/// Highlights Swift with the compiler's own parser.
struct SwiftHighlighter {
  var cache: ContentCache?

  /// The lines of `code` as HTML. Every tag is closed on its line.
  ///
  /// - Parameter expectations: The verdicts of comments that are checks, by the byte offset of the comment.
  func lines(_ code: String, expectations: [Int: CheckResult.Verdict] = [:]) -> [String] {
    let marks = expectations.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    let html = cache.value("swift", of: marks + [code]) { Self.html(code, expectations) }
    return html.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private static func html(_ code: String, _ expectations: [Int: CheckResult.Verdict]) -> String {
    if SwiftBounds.excess(in: code) != nil { return escapeHTML(code) }
    let bytes = Array(code.utf8)
    var html = ""
    var end = 0
    for classified in Parser.parse(source: code).classifications {
      let range = classified.range.lowerBound.utf8Offset..<classified.range.upperBound.utf8Offset
      html += escapeHTML(String(decoding: bytes[end..<range.lowerBound], as: UTF8.self))
      let text = String(decoding: bytes[range], as: UTF8.self)
      end = range.upperBound
      guard var name = className(classified.kind) else {
        html += escapeHTML(text)
        continue
      }
      if name == "comment", let verdict = expectations[range.lowerBound] { name += " expectation \(verdict)" }
      let pieces = text.split(separator: "\n", omittingEmptySubsequences: false).map {
        $0.isEmpty ? "" : "<span class=\"\(name)\">\(escapeHTML($0))</span>"
      }
      html += pieces.joined(separator: "\n")
    }
    return html + escapeHTML(String(decoding: bytes[end...], as: UTF8.self))
  }

  /// The CSS class of a token; nil for tokens without a colour.
  private static func className(_ kind: SyntaxClassification) -> String? {
    switch kind {
    case .keyword, .attribute, .ifConfigDirective: "keyword"
    case .integerLiteral, .floatLiteral, .stringLiteral, .regexLiteral: "literal"
    case .type: "type"
    case .lineComment, .blockComment, .docLineComment, .docBlockComment: "comment"
    default: nil
    }
  }
}
