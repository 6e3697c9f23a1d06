import Book
import Foundation
import Plan
import TestSupport
import Testing

@testable import Site

@Suite("Nothing that an author writes is dropped in silence", .timeLimit(.minutes(600)))
struct DroppedWordTests {
  /// The words of a chapter that its page does not show; nil if a message names a problem.
  private static func dropped(_ text: String) throws -> [String]? {
    let root = FileManager.default.temporaryDirectory.appending(path: "dropped-\(UUID().uuidString)")
    let folder = root.appending(path: "Chapters")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: root) }
    try Data("title: T\n".utf8).write(to: folder.appending(path: "book.yml"))
    try Data(text.utf8).write(to: folder.appending(path: "01-a.md"))
    try Data("picture".utf8).write(to: folder.appending(path: "p.png"))
    let rendition = BookFolder(at: root.path).read()
    guard let book = rendition.book, rendition.diagnostics.isEmpty else {
      #expect(!rendition.diagnostics.isEmpty)
      return nil
    }
    if !Planner.plan(book.chapters[0], settings: book.settings).1.isEmpty { return nil }
    let sample = try SampleBook(of: book, folder: folder.path)
    if !sample.pages.diagnostics.isEmpty { return nil }
    let page = sample.text("a.html").replacing(/<!--[\s\S]*?-->/, with: "")
    return RandomProse.words(in: text).filter { !page.contains($0) }
  }

  @Test("each word of a random chapter is on its page, or a message names a problem")
  func words() throws {
    let count = ProcessInfo.processInfo.environment["GALLEY_FUZZ_CASES"].flatMap { Int($0) } ?? 30
    var compared = 0
    for number in 0..<count {
      var prose = RandomProse(seed: UInt64(number))
      let chapter = prose.chapter()
      let time = try processorTime {
        guard let dropped = try Self.dropped(chapter) else { return }
        compared += 1
        #expect(dropped == [], "case \(number): \(chapter)")
      }
      #expect(time < .seconds(10), "case \(number)")
    }
    #expect(compared > count / 10)
  }
}
