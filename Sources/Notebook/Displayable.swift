import Events
import SVGCharts

/// What says itself how a page shows it.
public protocol Displayable {
  /// What the page shows.
  var displayedValue: Value { get }
}

extension Chart: Displayable {
  /// The chart drawn wide and narrow, with its description.
  public var displayedValue: Value {
    .figure(
      FigureValue(
        svg: responsiveSVG(idPrefix: FigureNumber.next()), title: accessibilityLabel,
        description: accessibilityDescription, data: csv))
  }
}
