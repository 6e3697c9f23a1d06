import Foundation
import TestSupport
import Testing

@testable import Plan

@Suite("The syntax of blocks")
struct BlockSyntaxTests {
  @Test(
    "an invisible character beside a '=' is an error of the code",
    arguments: [
      "let a \u{200B}= 1", "let a =\u{200B} 1", "let a \u{2028}= 1", "let a \u{7F}= 1",
      "var a = 0\na \u{200B}= 1",
      "let a \u{AD}= 1", "func f(a: Int \u{200B}= 1) {}",
    ])
  func crowded(code: String) {
    let errors = BlockSyntax(code: code).errors
    #expect(!errors.isEmpty)
    #expect(errors.allSatisfy { $0.offset <= code.utf8.count })
  }

  private static let pieces = [
    "let ", "var a", "a", "b1", " = ", "=", "==", "+", " - ", "&&", "!", "?", "??", ".", "...", "..<", ",",
    ";", ":", "->", "(", ")",
    "[", "]", "{", "}", "<", ">", "@", "#", "#if a\n", "#endif\n", "#else\n", "#\"", "\"#", "\"", "\"\"\"\n",
    "\\(", "\\", "'", "`", "$0", "_",
    "0x", "0x1.", "1e", "1_000", "1.5", "0b2", "/", "//", "/*", "*/", "/a/", " ", "\t", "\n", "\r", "\r\n",
    "\u{A0}", "\u{200B}", "\u{0}",
    "\u{FEFF}", "\u{2028}", "“", "”", "é", "中", "😀", "<#a#>", "<<<<<<< x\n", "func ", "struct ", "enum ",
    "case ", "if ", "else ", "for ",
    "in ", "while ", "switch ", "default:", "return ", "guard ", "try ", "await ", "async ", "throws ",
    "rethrows ", "import ", "extension ",
    "protocol ", "init", "deinit", "subscript", "operator ", "precedencegroup ", "macro ", "some ", "any ",
    "inout ", "static ", "private(set) ",
    "@available(*, ", "where ", "is ", "as? ", "nil", "true", "self", "super", "Self", "try? ", "do ",
    "catch ", "defer ", "willSet", "get", "set",
    "repeat ", "break ", "typealias ", "associatedtype ", "actor ", "each ", "~Copyable",
    "#sourceLocation(file: ", "#available(", "#selector(", "u{41}",
  ]

  @Test("random Swift is read without a crash")
  func random() {
    let count = ProcessInfo.processInfo.environment["GALLEY_FUZZ_CASES"].flatMap { Int($0) } ?? 300
    for number in 0..<count {
      var random = SeededNumbers(seed: UInt64(number))
      let code = (0..<random.below(25) + 2).map { _ in random.pick(Self.pieces) }.joined()
      let time = processorTime {
        let syntax = BlockSyntax(code: code)
        #expect(syntax.errors.allSatisfy { 0...code.utf8.count ~= $0.offset })
      }
      #expect(time < .seconds(2), "case \(number): \(code)")
    }
  }
}
