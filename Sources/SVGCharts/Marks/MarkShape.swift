/// The shape that a mark draws for its rows. Composite marks consist of several shapes.
enum MarkShape: String, Sendable {
  /// A line through all rows.
  case line
  /// A line with arrows along it, a start and an end.
  case trajectory
  /// A symbol at each row.
  case point
  /// The region between a line and a baseline, or between two lines.
  case area
  /// A rectangle from a baseline, or between two values.
  case bar
  /// A rectangle without a baseline: a cell of a heat map, a range.
  case rectangle
  /// A straight line across the plot, or between two values.
  case rule
  /// A box with whiskers.
  case box
  /// A thin line with caps between two values.
  case errorBar
  /// Text at each row.
  case text
  /// An arrow from one place to another.
  case arrow
  /// Arrows whose lengths are relative to each other.
  case vectors
  /// Lines of equal value of a function of two variables.
  case contour
  /// Regions between such lines.
  case filledContour
  /// A grid of small pictures.
  case images

  /// True for marks that take a colour by the label of their y values when the author set none.
  var takesAutomaticColor: Bool {
    switch self {
    case .line, .trajectory, .point, .area, .bar, .box: true
    default: false
    }
  }

  /// True for marks whose data the description mentions.
  var isDescribed: Bool {
    switch self {
    case .rule, .text, .arrow, .contour, .filledContour, .vectors, .images: false
    default: true
    }
  }

  /// True for marks whose labels name the axes. Rules, texts and arrows only mark positions on them.
  var namesAxes: Bool { self != .rule && self != .text && self != .arrow }

  /// True for marks that fill the whole plot, so that axes are drawn tight around them.
  var fillsPlot: Bool {
    switch self {
    case .contour, .filledContour, .vectors, .images: true
    default: false
    }
  }

  /// True for marks whose axes are continuous even when the corners of the plot are whole numbers.
  var isOfFunction: Bool {
    switch self {
    case .contour, .filledContour, .vectors, .arrow, .trajectory: true
    default: false
    }
  }

  /// True for marks that connect their rows, so that one numeric colour applies to the whole mark.
  var isConnected: Bool { self == .line || self == .area || self == .trajectory }
}
