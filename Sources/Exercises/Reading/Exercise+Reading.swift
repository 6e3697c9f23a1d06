import Book

extension Exercise {
  /// The exercises of a chapter, and the errors in them.
  package static func read(_ chapter: Chapter) -> (exercises: [Exercise], diagnostics: [Diagnostic]) {
    var reader = ExerciseReader(chapter: chapter)
    reader.read()
    return (reader.exercises, reader.diagnostics)
  }
}

private struct ExerciseReader {
  let chapter: Chapter
  var exercises: [Exercise] = []
  var diagnostics: [Diagnostic] = []

  mutating func read() {
    for block in chapter.blocks where block.role == .exercise { readExercise(block) }
    for block in chapter.blocks {
      switch block.role {
      case .hint: attach(block) { reader, index in reader.exercises[index].hints.append(block.code) }
      case .check: attach(block) { reader, index in reader.readCriterion(block, of: index) }
      default: break
      }
    }
    // Read the mistakes last, because a mistake may name a check below it.
    for block in chapter.blocks where block.role == .wrong {
      attach(block) { reader, index in reader.readMistake(block, of: index) }
    }
    for (index, exercise) in exercises.enumerated() {
      if exercise.criteria.isEmpty { report(.criteriaMissing(exercise.label), at: exercise.position) }
      let declared = chapter.blocks.first { $0.options.label == exercise.label }?.options.exercise.points
      if let declared, declared != exercise.points, !exercise.criteria.isEmpty {
        report(.pointsDiffer(declared: declared, sum: exercises[index].points), at: exercise.position)
      }
    }
  }

  private mutating func readExercise(_ block: Block) {
    guard let label = required(block.options.label, "label", of: block) else { return }
    let regions = SolutionRegions(block.lines, at: block.position)
    for (problem, position) in regions.problems { report(problem, at: position) }
    exercises.append(
      Exercise(
        label: label, title: block.options.exercise.title ?? label, chapter: chapter.path,
        position: block.position,
        seed: block.options.exercise.seed, timeout: block.options.timeout, solution: regions.solution,
        starter: regions.starter, hints: [], criteria: [], mistakes: []))
  }

  private mutating func readCriterion(_ block: Block, of index: Int) {
    let options = block.options
    guard let label = required(options.label, "label", of: block),
      let says = required(options.exercise.says, "says", of: block)
    else { return }
    if exercises[index].criteria.contains(where: { $0.label == label }) {
      report(.criterionTaken(label), at: block.position)
    }
    exercises[index].criteria.append(
      Exercise.Criterion(
        label: label, says: says, points: options.exercise.points ?? 1, isHidden: options.exercise.isHidden,
        tolerance: options.exercise.tolerance, judge: options.exercise.judge, lines: block.lines,
        position: block.position))
  }

  private mutating func readMistake(_ block: Block, of index: Int) {
    guard let fails = required(block.options.exercise.fails, "fails", of: block),
      let hint = required(block.options.exercise.hint, "hint", of: block)
    else { return }
    let labels = exercises[index].criteria.map(\.label)
    if !labels.contains(fails) {
      report(.criterionUnknown(fails, nearest: nearestName(to: fails, among: labels)), at: block.position)
    }
    exercises[index].mistakes.append(
      Exercise.Mistake(fails: fails, hint: hint, lines: block.lines, position: block.position))
  }

  private mutating func attach(_ block: Block, _ add: (inout Self, Int) -> Void) {
    guard let label = required(block.options.exercise.exercise, "exercise", of: block) else { return }
    guard let index = exercises.firstIndex(where: { $0.label == label }) else {
      let nearest = nearestName(to: label, among: exercises.map(\.label))
      return report(.exerciseUnknown(label, nearest: nearest), at: block.position)
    }
    add(&self, index)
  }

  private mutating func required(_ value: String?, _ name: String, of block: Block) -> String? {
    if value == nil { report(.optionMissing(name, role: block.role.name), at: block.position) }
    return value
  }

  private mutating func report(_ problem: ExerciseProblem, at position: SourcePosition) {
    diagnostics.append(problem.diagnostic(at: position))
  }
}
