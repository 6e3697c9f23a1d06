import Events
import SVGCharts

/// A type that decides how a page shows its values.
public protocol Displayable {
  /// The value that the page shows.
  var displayedValue: Value { get }
}

extension Chart: Displayable {
  /// The chart drawn wide and narrow, with its description.
  public var displayedValue: Value {
    let (wide, narrow) = drawings(idPrefix: FigureNumber.next())
    return .figure(
      FigureValue(
        wide: Drawing(wide), narrow: Drawing(narrow), title: accessibilityLabel,
        description: accessibilityDescription, data: csv))
  }
}

extension Drawing {
  fileprivate init(_ drawing: ChartDrawing) {
    self.init(
      opening: drawing.opening, descriptionID: drawing.descriptionID, description: drawing.description,
      styleSheet: drawing.styleSheet, content: drawing.content)
  }
}
