import Testing

@testable import Book
@testable import Plan
@testable import Runner

@Suite("As many chapters run at once as the machine can hold")
struct CapacityTests {
  /// The largest number of these chapters that run at once, when each waits for the chapters before it.
  static func admitted(_ needs: [Int], cores: Int, memory: Int?) -> Int {
    var capacity = Capacity(cores: cores, memory: memory)
    var count = 0
    for need in needs where capacity.admits(need) {
      capacity.begin(need)
      count += 1
    }
    return count
  }

  private typealias Case = (needs: [Int], cores: Int, memory: Int?, count: Int)

  @Test("no more than cores, no more than fit into memory, and always one")
  func bounded() {
    let cases: [Case] = [
      ([512, 512, 512], 2, 8000, 2), ([512, 512, 512], 8, 8000, 3), ([512, 512, 512], 8, 1100, 2),
      ([512, 512], 8, 1024, 2), ([512, 512], 8, 1023, 1), ([512, 512], 2, 100, 1), ([9000, 512], 4, 8000, 1),
      ([512, 9000], 4, 8000, 1), ([512, 7488], 4, 8000, 2), ([512, 512], 2, nil, 2), ([512], 0, nil, 1),
    ]
    for (needs, cores, memory, count) in cases {
      #expect(
        Self.admitted(needs, cores: cores, memory: memory) == count, "\(needs), \(cores), \(memory ?? 0)")
    }
  }

  @Test("a chapter that has ended makes room")
  func room() {
    var capacity = Capacity(cores: 4, memory: 1000)
    capacity.begin(600)
    #expect(!capacity.admits(600))
    capacity.end(600)
    #expect(capacity.admits(600))
  }

  @Test(
    "available memory is read as the system writes it",
    arguments: [
      ("MemTotal:       24684440 kB\nMemFree:  1 kB\nMemAvailable:   23336960 kB\nBuffers: 2 kB\n", 22790),
      ("MemTotal: 1 kB\n", nil), ("", nil), ("MemAvailable: many kB\n", nil),
      ("MemAvailable: 99999999999999999999 kB\n", nil),
    ])
  func available(text: String, mebibytes: Int?) { #expect(Capacity.available(meminfo: text) == mebibytes) }

  @Test("a chapter counts with the largest memory that a block declares")
  func need() {
    func need(_ options: [String]) -> Int {
      var diagnostics: [Diagnostic] = []
      let text = "# C\n\n" + options.map { "```swift-run\n\($0)1\n```\n\n" }.joined()
      let chapter = Chapter(text: text, path: "c.md", slug: "c", &diagnostics)
      let settings = BookSettings(title: "T", summary: "", language: "en", modules: [], sources: [])
      return Capacity.need(of: Planner.plan(chapter, settings: settings).0)
    }
    #expect(need([""]) == 512)
    #expect(need(["", "//| memory: 4096\n", "//| memory: 100\n"]) == 4096)
    #expect(need(["//| memory: 100\n"]) == 512)
  }
}
