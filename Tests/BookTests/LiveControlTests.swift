import Testing

@testable import Book

@Suite("Controls of live blocks")
struct LiveControlTests {
  @Test(
    "an item is read with all that stands behind it",
    arguments: [
      (
        "rate = 0.001...1 log play",
        LiveControl.Kind.range(LiveRange(lower: 0.001, upper: 1, isLogarithmic: true, plays: true))
      ),
      ("k = -45...45 step 5", .range(LiveRange(lower: -45, upper: 45, step: 5))),
      (
        "rate = 0.001...1 log click x",
        .range(LiveRange(lower: 0.001, upper: 1, isLogarithmic: true, axis: .x))
      ),
      ("rule = Adam | plain SGD", .choice(["Adam", "plain SGD"])),
      ("on = false | true", .toggle),
      (
        "p = drag -2...2 by 0...1",
        .point(x: LiveRange(lower: -2, upper: 2), y: LiveRange(lower: 0, upper: 1))
      ),
    ])
  func items(_ text: String, _ kind: LiveControl.Kind) {
    #expect(LiveControl.list(text)?.map(\.kind) == [kind])
  }

  @Test("a name can have a title")
  func titles() {
    #expect(
      LiveControl.list("a \"angle of the bowl\" = 0...1; b = 0...2")?.map(\.title) == [
        "angle of the bowl", nil,
      ])
  }

  @Test(
    "anything else is refused",
    arguments: [
      "", "rate", "rate = ", "rate = 1...0", "rate = 0...1 log", "rate = 1...2 log step 1",
      "rate = 0...1 fast",
      "rate = 0...1 step 0", "rate = 0...nan", "a = x | x", "a = x |", "p = drag", "p = drag 0...1",
      "a = 0...1; a = 0...2",
      "1a = 0...1", "a = 0...1 click z",
    ])
  func refusals(_ text: String) {
    #expect(LiveControl.list(text) == nil)
  }

  @Test("places of a range have values of few digits, from bound to bound")
  func values() {
    let rate = LiveRange(lower: 0.001, upper: 1, isLogarithmic: true)
    #expect([0, 0.5, 1].map(rate.value) == [0.001, 0.0316, 1])
    let angle = LiveRange(lower: 0, upper: 45)
    #expect([0, 0.3333333, 1].map(angle.value) == [0, 15, 45])
    let tenth = LiveRange(lower: 0, upper: 1, step: 0.1)
    #expect(tenth.value(at: 0.3) == 0.3)
  }
}
