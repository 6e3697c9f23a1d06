extension BookSettings {
  /// The problems with the chapters that the settings name. `slugs` are the names of all chapters, in order.
  func problems(among slugs: [String]) -> [Diagnostic] {
    redirects.flatMap { problems(with: $0, slugs) } + appendixProblems(slugs) + partProblems(slugs)
  }

  /// The problem that no block has the label of the cover's figure.
  func coverProblems(_ chapters: [Chapter]) -> [Diagnostic] {
    let labels = chapters.flatMap(\.blocks).compactMap(\.options.label)
    guard let figure = cover.figure, let position = cover.position, !labels.contains(figure) else {
      return []
    }
    let nearest = nearestName(to: figure, among: labels)
    return [BookProblem.coverFigureMissing(figure, nearest: nearest).diagnostic(at: position)]
  }

  private func problems(with redirect: Redirect, _ slugs: [String]) -> [Diagnostic] {
    var problems: [BookProblem] = []
    if !BookFolder.isSlug(redirect.old) { problems.append(.redirectNameInvalid(redirect.old)) }
    if !slugs.contains(redirect.new) {
      problems.append(.redirectToNothing(redirect.new, nearest: nearestName(to: redirect.new, among: slugs)))
    }
    if slugs.contains(redirect.old) || BookFolder.reservedSlugs.contains(redirect.old) {
      problems.append(.redirectTaken(redirect.old))
    }
    return problems.map { $0.diagnostic(at: redirect.position) }
  }

  private func appendixProblems(_ slugs: [String]) -> [Diagnostic] {
    guard let appendices, !slugs.contains(appendices.first) else { return [] }
    let nearest = nearestName(to: appendices.first, among: slugs)
    return [
      BookProblem.appendixMissing(appendices.first, nearest: nearest).diagnostic(at: appendices.position)
    ]
  }

  private func partProblems(_ slugs: [String]) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    var last = -1
    for part in parts {
      guard let start = slugs.firstIndex(of: part.first) else {
        let nearest = nearestName(to: part.first, among: slugs)
        problems.append(BookProblem.partMissing(part.first, nearest: nearest).diagnostic(at: part.position))
        continue
      }
      if start <= last {
        problems.append(BookProblem.partOutOfOrder(part.first).diagnostic(at: part.position))
      }
      last = max(last, start)
    }
    return problems
  }
}
