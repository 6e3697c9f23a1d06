extension ImportRemark {
  /// The remarks as lines for the author. Remarks of one kind that call for no work at each place become one line with
  /// the first place and their number.
  package static func lines(_ remarks: [ImportRemark]) -> [String] {
    var order: [String] = []
    var groups: [String: [ImportRemark]] = [:]
    for remark in remarks {
      let key = remark.problem.group ?? remark.description
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(remark)
    }
    return order.compactMap { key in
      guard let group = groups[key], let first = group.first else { return nil }
      return group.count == 1 ? first.description : "\(first.description) (\(group.count) places)"
    }
  }
}

extension ImportRemark.Problem {
  /// The name of the group; nil if each place must be named.
  fileprivate var group: String? {
    switch self {
    case .languageUnknown(let name): "language \(name)"
    case .notInContents: "not in contents"
    case .codeNotRun(let name): "not run \(name)"
    case .formatLeftOut(let format): "format \(format)"
    case .outputLeftOut(let type): "output \(type)"
    case .swiftShownOnly: "swift"
    case .noteMissing: "note"
    case .latexShown(let command): "latex \(command)"
    case .valueNotComputed: "value"
    case .diagramShownOnly(let name): "diagram \(name)"
    case .directiveUnknown(let name): "directive \(name)"
    case .roleUnknown(let name): "role \(name)"
    case .shortcodeDropped(let code):
      "shortcode \(code.drop { !$0.isLetter }.prefix { $0.isLetter || $0 == "-" })"
    default: nil
    }
  }
}
