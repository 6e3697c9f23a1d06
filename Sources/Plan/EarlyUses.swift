import Book

/// Finds names that are read before the program gives them a value.
///
/// All top-level names of a program are visible from its first line on, and Swift lets code read them there. The page
/// would then show zero and mark it as computed.
struct EarlyUses {
  private var reads: [(name: String, order: Int, position: SourcePosition)] = []
  private var declarations: [String: (order: Int, position: SourcePosition)] = [:]
  private var order = 0

  /// Adds the next statement of the chapter.
  mutating func add(_ uses: NameUses, declares: Bool, position: (Int) -> SourcePosition) {
    for (name, offset) in uses.read { reads.append((name, order, position(offset))) }
    if declares {
      for name in uses.declared where declarations[name] == nil { declarations[name] = (order, position(0)) }
    }
    order += 1
  }

  /// One problem for each read that comes too early, in the order of positions.
  var problems: [(PlanProblem, SourcePosition)] {
    var problems: [(PlanProblem, SourcePosition)] = []
    for read in reads {
      guard let declaration = declarations[read.name], declaration.order > read.order else { continue }
      problems.append((.readTooEarly(read.name, declaredAt: declaration.position.line), read.position))
    }
    return problems.sorted { $0.1 < $1.1 }
  }
}
