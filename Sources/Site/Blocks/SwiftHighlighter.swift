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
  /// - Parameters:
  ///   - expectations: The verdicts of comments that are checks, by the byte offset of the comment.
  ///   - names: The tags of names, by the byte offset of the name.
  func lines(
    _ code: String, expectations: [Int: CheckResult.Verdict] = [:], names: [Int: NameTag] = [:]
  ) -> [String] {
    let marks =
      expectations.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      + names.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.length) \($0.value.opening)" }
    return cache.value("swift, 2", of: marks + [code]) { Self.lines(code, expectations, names) }
  }

  private static func lines(
    _ code: String, _ expectations: [Int: CheckResult.Verdict], _ names: [Int: NameTag]
  ) -> [String] {
    if SwiftBounds.excess(in: code) != nil {
      return code.split(separator: "\n", omittingEmptySubsequences: false).map { escapeHTML($0) }
    }
    let bytes = Array(code.utf8)
    var lines = [""]
    func append(_ range: Range<Int>, _ className: String?, _ names: [Int: NameTag]) {
      let pieces = bytes[range].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      for (number, piece) in pieces.enumerated() {
        if number > 0 { lines.append("") }
        if piece.isEmpty { continue }
        let html = text(bytes, piece.startIndex..<piece.endIndex, names)
        lines[lines.count - 1] += className.map { "<span class=\"\($0)\">\(html)</span>" } ?? html
      }
    }
    var end = 0
    for classified in Parser.parse(source: code).classifications {
      let range = classified.range.lowerBound.utf8Offset..<classified.range.upperBound.utf8Offset
      append(end..<range.lowerBound, nil, names)
      end = range.upperBound
      var name = className(classified.kind)
      if name == "comment", let verdict = expectations[range.lowerBound] {
        name = "comment expectation \(verdict)"
      }
      append(range, name, name == nil || name == "type" ? names : [:])
    }
    append(end..<bytes.count, nil, names)
    return lines
  }

  /// A part of the code with the tags of the names in it.
  private static func text(_ bytes: [UInt8], _ range: Range<Int>, _ names: [Int: NameTag]) -> String {
    var html = ""
    var end = range.lowerBound
    if !names.isEmpty {
      for start in range {
        guard start >= end, let name = names[start], start + name.length <= range.upperBound else { continue }
        html += escapeHTML(String(decoding: bytes[end..<start], as: UTF8.self)) + name.opening
        end = start + name.length
        html += escapeHTML(String(decoding: bytes[start..<end], as: UTF8.self)) + name.closing
      }
    }
    return html + escapeHTML(String(decoding: bytes[end..<range.upperBound], as: UTF8.self))
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
