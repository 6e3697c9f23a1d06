import Testing

@Suite("Mutating")
struct MutateTests {
  @Test("a number that no check depends on is listed, one that a check notices is not")
  func mutate() throws {
    let book = try TemporaryBook([
      "01-a.md": """
      # A

      ```swift-run
      let rate = 0.5
      let unused = 7
      rate * 3  // ≈ 1.5
      ```

      ```math
      %| label: sum
      %| given: a = 1
      b = a + 2 = 3
      ```

      ```swift-run
      rate  // ≈ 0.5 ± 90%
      ```

      """
    ])
    let result = try book.galley("mutate")
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      result.output == """
        Chapters/01-a.md:5:14: unnoticed: 7 → 8, number in the code
        Chapters/01-a.md:16:14: unnoticed: 0.5 → 0.55, expected value
        5 of 7 changes were noticed: 71%

        """, "\(result.output)")
    #expect(try book.galley("why", "01-a").output.contains("nothing would run"))
  }
}
