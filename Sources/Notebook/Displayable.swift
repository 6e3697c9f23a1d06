import Events
import SVGCharts

/// What says itself how a page shows it.
public protocol Displayable {
  /// What the page shows.
  var displayedValue: Value { get }
}

extension Chart: Displayable {
  public var displayedValue: Value {
    .figure(
      FigureValue(
        svg: responsiveSVG(idPrefix: FigureNumber.next()), title: accessibilityLabel,
        description: accessibilityDescription))
  }
}
