/// The options that exist, spelled as the author spells them.
enum BlockOptionName: String, CaseIterable {
  case label
  case echo
  case output
  case layer
  case codeFold = "code-fold"
  case figureCaption = "fig-cap"
  case figureAlternative = "fig-alt"
  case tableCaption = "tbl-cap"
  case timeout
  case cpu
  case memory
  case processes
  case files
  case inputs
  case live
  case expect
  case given
  case equivalentTo = "equivalent-to"
  case mapping
  case exercise
  case title
  case points
  case seed
  case says
  case hidden
  case tolerance
  case judge
  case fails
  case hint

  static func allowed(in role: FenceRole) -> [BlockOptionName] {
    switch role {
    case .swiftRun:
      [
        .label, .echo, .output, .layer, .codeFold, .figureCaption, .figureAlternative, .tableCaption,
        .timeout,
        .cpu, .memory, .processes, .files, .inputs, .live, .expect,
      ]
    case .swift: [.label, .layer, .codeFold]
    case .math: [.label, .given, .expect, .equivalentTo, .mapping]
    case .dot: [.label, .figureCaption, .figureAlternative]
    case .exercise: [.label, .title, .points, .seed, .timeout]
    case .hint: [.exercise]
    case .check: [.exercise, .label, .points, .says, .hidden, .tolerance, .judge]
    case .wrong: [.exercise, .fails, .hint]
    case .question: [.label, .points]
    case .listing: []
    }
  }
}
