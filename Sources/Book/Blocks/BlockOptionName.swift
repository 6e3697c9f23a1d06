/// The options that exist, spelled as the author spells them.
enum BlockOptionName: String, CaseIterable {
  case label
  case echo
  case output
  case codeFold = "code-fold"
  case figureCaption = "fig-cap"
  case figureAlternative = "fig-alt"
  case tableCaption = "tbl-cap"
  case timeout
  case expect

  static func allowed(in role: FenceRole) -> [BlockOptionName] {
    switch role {
    case .swiftRun: allCases
    case .swift: [.label, .codeFold]
    case .math: [.label]
    case .dot: [.label, .figureCaption, .figureAlternative]
    case .listing: []
    }
  }
}
