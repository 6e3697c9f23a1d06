/// Sizes of text in a figure, in points.
enum Typography {
  static let title = 16.0
  static let subtitle = 13.0
  static let caption = 12.0
  static let axis = 12.0
  static let tick = 12.0
  static let label = 12.5
  static let contour = 10.5

  static func size(_ role: SceneText.Role) -> Double {
    switch role {
    case .title: title
    case .subtitle: subtitle
    case .caption: caption
    case .axis: axis
    case .tick: tick
    case .label: label
    case .contour: contour
    }
  }
}
