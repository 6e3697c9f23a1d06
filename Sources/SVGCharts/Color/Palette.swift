/// The colours of one mode of the page.
///
/// The eight categorical colours stay distinguishable under simulated protanopia, deuteranopia and tritanopia.
/// Their contrast with the paper is at least 3 : 1; that of ink and muted is at least 4.5 : 1.
public struct Palette: Sendable {
  /// The page.
  public let paper: RGB
  /// Text and emphasis.
  public let ink: RGB
  /// Secondary text.
  public let muted: RGB
  /// Hairlines. They are decoration and must not be the only carrier of meaning.
  public let rule: RGB
  /// The eight categorical colours.
  public let categories: [RGB]
  /// True for the colours on dark paper.
  let isDark: Bool

  /// For light paper.
  public static let light = Palette(
    paper: RGB(0xfbfaf7), ink: RGB(0x1d1d1b), muted: RGB(0x66635c), rule: RGB(0xe4e0d8),
    categories: [0x1d6de2, 0xe2560f, 0x037a68, 0x9a3f9f, 0x8f8547, 0x6c8eb0, 0x4f3093, 0x6f563b].map {
      RGB($0)
    }, isDark: false)

  /// For dark paper.
  public static let dark = Palette(
    paper: RGB(0x16171a), ink: RGB(0xe6e4df), muted: RGB(0xa3a098), rule: RGB(0x2c2e33),
    categories: [0x3f9fe0, 0xed8d25, 0x70cca3, 0xf39ee7, 0xddc80a, 0x9aeaeb, 0x8665e9, 0xab9a8e].map {
      RGB($0)
    }, isDark: true)

  /// The CSS declarations that give the figures of a page this palette, regardless of the system's colour scheme:
  /// `--chart-ink:#e6e4df;…`. Put them into the rule for the page's dark (or light) mode.
  public var cssVariables: String { StyleSheet.pageVariables(self) }

  /// The RGB values of a chart colour in this mode.
  func color(_ color: ChartColor) -> RGB {
    switch color {
    case .category(let number): categories[Palette.index(number)]
    case .ink: ink
    case .muted: muted
    case .rule: rule
    case .paper: paper
    case .sequential(let part):
      (isDark ? ColorRamp.sequential.dark : ColorRamp.sequential.light)[ColorRamp.step(part)]
    case .diverging(let part):
      (isDark ? ColorRamp.diverging.dark : ColorRamp.diverging.light)[ColorRamp.step(part)]
    case .rgb(let red, let green, let blue): RGB(red: red, green: green, blue: blue)
    }
  }

  /// The share of a categorical colour in text of that colour; the rest is ink.
  static let textShare = 0.7

  /// The colour of text. A categorical colour is mixed with ink, so that thin strokes stay readable.
  func textColor(_ color: ChartColor) -> RGB {
    guard case .category = color else { return self.color(color) }
    return OKLab(self.color(color)).mixed(with: OKLab(ink), 1 - Palette.textShare).rgb
  }

  /// The index of a categorical colour, from 0 to 7.
  static func index(_ number: Int) -> Int { ((number - 1) % 8 + 8) % 8 }
}
