import Testing

@testable import Runner

@Suite("The steps of a build of modules")
struct BuildStepTests {
  @Test("a count at the start of a line is a step; other lines are none")
  func lines() {
    #expect(BuildStep(line: "[12/60] Compiling Events Value.swift") == .done(12, of: 60))
    #expect(BuildStep(line: "[0/1] Planning build") == .done(0, of: 1))
    for line in ["Building for production...", "[1] a", "[a/b] c", "[1/2", "", "/a.swift:1:2: error: [1/2]"] {
      #expect(BuildStep(line: line) == nil, "\(line)")
    }
  }
}
