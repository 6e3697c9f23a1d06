/// A comment that is a check, or looks like one.
enum CheckComment: Equatable {
  case check(Check.Kind)
  /// It looks like a check but is not one.
  case malformed(PlanProblem)

  /// Reads a comment with its `//` or `/*`; nil for an ordinary one.
  init?(_ comment: String) {
    if comment.hasPrefix("/*") {
      // A check is found again by its line, so it cannot be a comment that may end anywhere.
      let content = comment.dropFirst(2).prefix { $0 != "*" }
      guard Self("//" + content) != nil else { return nil }
      self = .malformed(.nearlyCheck(comment))
      return
    }
    guard comment.hasPrefix("//") else { return nil }
    let content = comment.drop { $0 == "/" }.drop(while: \.isWhitespace)
    if comment.hasPrefix("///") {
      // Documentation may hold such signs, but no whole check.
      guard case .check = Self("//" + content) else { return nil }
      self = .malformed(.nearlyCheck(comment))
      return
    }
    if content.hasPrefix("≈") {
      do throws(ExpectedValueParser.Failure) {
        let (value, tolerance) = try ExpectedValueParser.approximate(content.dropFirst())
        self = .check(.approximate(value, tolerance))
      } catch {
        self = .malformed(.expectationMalformed(error))
      }
    } else if content.hasPrefix("=="), !content.hasPrefix("===") {
      do throws(ExpectedValueParser.Failure) {
        self = .check(.equal(try ExpectedValueParser.equal(content.dropFirst(2))))
      } catch {
        self = .malformed(.expectationMalformed(error))
      }
    } else if content.hasPrefix("Prints"), let match = content.prefixMatch(of: /Prints\s+(?=#*")/) {
      self = Self.prints(content[match.range.upperBound...])
    } else if Self.isNearlyCheck(content) {
      self = .malformed(.nearlyCheck(comment))
    } else {
      return nil
    }
  }

  private static func prints(_ source: Substring) -> Self {
    do throws(StringLiteral.Failure) {
      let literal = try StringLiteral(source)
      let isWhole = source[literal.end...].allSatisfy(\.isWhitespace)
      return isWhole ? .check(.prints([literal.text])) : .malformed(.printsMalformed)
    } catch .unknownEscape(let escape) {
      return .malformed(.unknownEscape(escape))
    } catch {
      return .malformed(.printsMalformed)
    }
  }

  /// Whether the comment is a word for a result and only a value after it: `returns 3.0`, `result: [1]`, `is true`.
  private static func isWordAndValue(_ content: Substring) -> Bool {
    guard let match = content.prefixMatch(of: word) else { return false }
    return content[match.range.upperBound...].wholeMatch(of: value) != nil
  }

  /// Whether the comment gives a value in a way of other tools: `=> 3`, `→ 3`, `~ 3`, `3 ± 1`, `equals 3`, `prints "a"`.
  private static func isNearlyCheck(_ content: Substring) -> Bool {
    if let match = content.prefixMatch(of: sign) {
      return content[match.range.upperBound...].prefixMatch(of: beginning) != nil
    }
    return content.prefixMatch(of: printing) != nil || content.prefixMatch(of: tolerance) != nil
      || isWordAndValue(content)
  }

  // Swift parses the literal of a pattern at each evaluation, so these are evaluated once. They never change.
  private nonisolated(unsafe) static let word =
    /(?:is|gives|yields|evaluates to|returns?|prints?|expect(?:ed|s)?|outputs?|results?|value)\s*:?\s+/
    .ignoresCase()
  private nonisolated(unsafe) static let value =
    /(?:[\-−+\[(]*[0-9][\-−+\[\](0-9)_.,eE\s]*|true|false|nil)\s*/
  private nonisolated(unsafe) static let sign =
    /\(?(=>|->|~>|→|⇒|⟹|↦|~=|=~|~|≅|≃|≒|≡|≐|±|≈|===?|=|equals?:?|approximately|approx\.?)\s*/.ignoresCase()
  private nonisolated(unsafe) static let beginning = /[\-−+\[(]*["0-9]|\.[a-z0-9]|(true|false|nil)\b/
  private nonisolated(unsafe) static let printing =
    /(prints?|outputs?|returns?|expect(ed|s)?)\s*:?\s*"/.ignoresCase()
  private nonisolated(unsafe) static let tolerance = /[\-−+\[(]*[0-9][\-−+\[\](0-9)_.,eE\s]*(±|\+\/?-)/
}
