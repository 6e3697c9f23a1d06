import Caching
import Testing

@Suite("A session")
struct SessionTests {
  @Test("gives the last result again while its input is the same, for each name and kind of result")
  func last() {
    let session = Session()
    var made = 0
    func value(_ name: String, _ input: Int) -> Int {
      session.last(name, from: input) {
        made += 1
        return input * 2
      }
    }
    #expect([value("a", 1), value("a", 1), value("b", 1), value("a", 1)] == [2, 2, 2, 2])
    #expect(made == 2)
    #expect(value("a", 3) == 6 && value("a", 1) == 2)
    #expect(made == 4)
    #expect(session.last("a", from: 1) { "text" } == "text")
  }

  @Test("computes a result again if it must not be reused")
  func passing() {
    let session = Session()
    var made = 0
    for _ in 1...2 {
      let result: Int? = session.last("a", from: 1, isLasting: { $0 != nil }) {
        made += 1
        return nil
      }
      #expect(result == nil)
    }
    #expect(made == 2)
  }
}
