import SVGCharts

/// The colours of charts under the page's choice of light or dark.
enum ChartColors {
  static let styleSheet = """
    :root{\(Palette.light.cssVariables)}
    @media (prefers-color-scheme:dark){:root:not([data-theme="light"]){\(Palette.dark.cssVariables)}}
    :root[data-theme="dark"]{\(Palette.dark.cssVariables)}

    """
}
