/// A line comment that is a check, or looks like one.
enum CheckComment: Equatable {
  case check(Check.Kind)
  /// It looks like a check but is not one.
  case malformed(PlanProblem)

  /// Reads a comment with its `//`; nil for an ordinary one.
  init?(_ comment: String) {
    guard comment.hasPrefix("//") else { return nil }
    let content = comment.dropFirst(2).drop(while: \.isWhitespace)
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
    } else if let match = content.prefixMatch(of: /Prints\s+(?=")/) {
      let literal = content[match.range.upperBound...]
      guard let (text, end) = unquote(literal), literal[end...].allSatisfy(\.isWhitespace) else {
        self = .malformed(.printsMalformed)
        return
      }
      self = .check(.prints([text]))
    } else if let match = content.prefixMatch(of: /(~=?|=~|≅|≃|≒|===?|=)\s*[\-−+\[(0-9"]/) {
      self = .malformed(.nearlyCheck(String(match.1)))
    } else if let match = content.prefixMatch(of: /(prints|print|Print|Outputs?:?|prints:|Prints:)\s*"/) {
      self = .malformed(.nearlyCheck(String(match.1)))
    } else {
      return nil
    }
  }
}
