extension Chart {
  /// Sets the title, shown above the figure and used as its accessible name.
  public func chartTitle(_ title: String, subtitle: String? = nil) -> Chart {
    with {
      $0.title = title
      if let subtitle { $0.subtitle = subtitle }
    }
  }

  /// Sets the line under the title.
  public func chartSubtitle(_ subtitle: String) -> Chart { with { $0.subtitle = subtitle } }

  /// Sets a small line under the figure, such as a source.
  public func chartCaption(_ caption: String) -> Chart { with { $0.caption = caption } }

  /// Sets the text alternative, in place of the one generated from the data.
  public func chartDescription(_ text: String) -> Chart { with { $0.descriptionText = text } }

  /// Sets the size of the drawing in points. The drawing still scales with its column; the size sets its proportions
  /// and the relative size of its text. The width is limited to 120…4000, the height to 80…4000.
  public func frame(width: Double? = nil, height: Double? = nil) -> Chart {
    with {
      if let width, width.isFinite { $0.width = min(4000, max(120, width)) }
      if let height, height.isFinite { $0.height = min(4000, max(80, height)) }
    }
  }
}
