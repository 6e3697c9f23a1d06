import Checks

extension PageComposer {
  /// The results of changing numbers, for the page of all checks; empty when the report has none.
  func mutations() -> [TemplateContent] {
    guard let mutations = report.mutations else { return [] }
    let rows = mutations.chapters.map { chapter in
      let place = results.firstIndex { $0.chapter.path == chapter.path } ?? 0
      let score = MutationReport.score(noticed: chapter.noticed, tried: chapter.tried)
      return [
        "number": index.chapters[place], "titleHTML": prose(results[place].chapter.title).html,
        "possible": chapter.possible,
        "tried": chapter.tried, "noticed": chapter.noticed,
        "score": chapter.standing != .chapterChanged ? score.map { "\($0)%" } ?? "" : "",
        "remark": remark(chapter.standing),
        "isStale": chapter.standing == .chapterChanged,
        "hasDetails": !(chapter.unnoticed.isEmpty && chapter.excepted.isEmpty),
        "unnoticed": chapter.unnoticed.map { ["text": $0] },
        "excepted": chapter.excepted.map {
          ["text": $0.text, "reason": words.text(.notCheckedBecause, ["reason": $0.reason])]
        },
      ] as TemplateContent
    }
    let score = MutationReport.score(noticed: mutations.noticed, tried: mutations.tried)
    let stale = mutations.chapters.count { $0.standing == .chapterChanged }
    let sentence = words.text(
      .mutationsNoticed,
      ["tried": mutations.tried, "noticed": mutations.noticed, "score": score.map { "\($0)%" } ?? ""])
    return [["sentence": sentence, "hasScore": score != nil, "hasStale": stale > 0, "rows": rows]]
  }

  /// A note about changes since the numbers were tried; empty when nothing has changed.
  private func remark(_ standing: MutationReport.Standing) -> String {
    switch standing {
    case .current: ""
    case .chapterChanged: words[.staleChapter]
    case .modulesChanged: words[.earlierModules]
    }
  }
}
