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
  case cpu
  case memory
  case processes
  case files
  case inputs
  case expect
  case given
  case equivalentTo = "equivalent-to"
  case mapping

  static func allowed(in role: FenceRole) -> [BlockOptionName] {
    switch role {
    case .swiftRun:
      [
        .label, .echo, .output, .codeFold, .figureCaption, .figureAlternative, .tableCaption, .timeout,
        .cpu, .memory, .processes, .files, .inputs, .expect,
      ]
    case .swift: [.label, .codeFold]
    case .math: [.label, .given, .expect, .equivalentTo, .mapping]
    case .dot: [.label, .figureCaption, .figureAlternative]
    case .listing: []
    }
  }
}
