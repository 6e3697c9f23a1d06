import ElementaryNumerics
import Testing

@testable import SVGCharts

@Suite struct PaletteTests {
  static let palettes = [Palette.light, Palette.dark]

  @Test("categorical colours reach 3 : 1 and text 4.5 : 1 on the paper")
  func contrast() {
    for palette in Self.palettes {
      for color in palette.categories { #expect(color.contrast(with: palette.paper) >= 3) }
      #expect(palette.ink.contrast(with: palette.paper) >= 4.5)
      #expect(palette.muted.contrast(with: palette.paper) >= 4.5)
    }
  }

  @Test("contrast is WCAG's: 21 between black and white")
  func blackAndWhite() {
    #expect(abs(RGB(0x000000).contrast(with: RGB(0xffffff)) - 21) < 1e-12)
    // #767676 is the lightest grey with 4.5 : 1 on white.
    #expect(RGB(0x767676).contrast(with: RGB(0xffffff)) >= 4.5)
    #expect(RGB(0x777777).contrast(with: RGB(0xffffff)) < 4.5)
  }

  /// Matrices for complete deficiency by Machado, Oliveira and Fernandes (2009), in linear RGB.
  static let deficiencies: [(name: String, matrix: [[Double]])] = [
    ("none", [[1, 0, 0], [0, 1, 0], [0, 0, 1]]),
    (
      "protanopia",
      [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    (
      "deuteranopia",
      [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    (
      "tritanopia",
      [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
  ]

  @Test(
    "all pairs of categorical colours stay apart under colour blindness", arguments: deficiencies.map(\.name))
  func distances(name: String) throws {
    let matrix = try #require(Self.deficiencies.first { $0.name == name }?.matrix)
    for palette in Self.palettes {
      let seen = palette.categories.map { OKLab(simulated($0, matrix)) }
      for (index, color) in seen.enumerated() {
        // A difference of 0.02 is just noticeable; three times as much is visible between thin lines.
        for other in seen[(index + 1)...] { #expect(color.distance(to: other) >= 0.06) }
      }
    }
  }

  private func simulated(_ color: RGB, _ matrix: [[Double]]) -> RGB {
    let parts = [RGB.linear(color.red), RGB.linear(color.green), RGB.linear(color.blue)]
    let seen = matrix.map { row in zip(row, parts).reduce(0) { $0 + $1.0 * $1.1 } }
    let encoded = seen.map { part -> UInt8 in
      let clipped = min(1, max(0, part))
      let value =
        clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * RealFunctions.power(clipped, 1 / 2.4) - 0.055
      return UInt8((value * 255).rounded())
    }
    return RGB(red: encoded[0], green: encoded[1], blue: encoded[2])
  }

  @Test("the sequential ramp leads evenly away from the paper, in both modes")
  func sequential() {
    for (palette, ramp) in [(Palette.light, ColorRamp.sequential.light), (.dark, ColorRamp.sequential.dark)] {
      let contrasts = ramp.map { $0.contrast(with: palette.paper) }
      #expect(zip(contrasts, contrasts.dropFirst()).allSatisfy { $0 < $1 })
      #expect(contrasts[ramp.count - 1] > 12)
      let steps = zip(ramp, ramp.dropFirst()).map { OKLab($0).distance(to: OKLab($1)) }
      #expect((steps.max() ?? 1) < 0.06)
    }
  }

  @Test("the diverging ramp is neutral in its middle and strong at both ends")
  func diverging() {
    for (palette, ramp) in [(Palette.light, ColorRamp.diverging.light), (.dark, ColorRamp.diverging.dark)] {
      #expect(ramp[15].contrast(with: palette.paper) < 1.5 && ramp[16].contrast(with: palette.paper) < 1.5)
      #expect(ramp[0].contrast(with: palette.paper) > 7 && ramp[31].contrast(with: palette.paper) > 7)
    }
  }

  @Test("lines and symbols coloured by number reach 3 : 1")
  func strokes() throws {
    let scale = try #require(
      NumericColorScale(
        Chart { PointMark(x: .value("x", 0), y: .value("y", 0)).foregroundStyle(by: .value("v", [0.0, 1])) }))
    for palette in Self.palettes {
      for value in [0, 0.1, 0.5, 1] {
        let color = palette.color(scale.color(value, isStroke: true))
        #expect(color.contrast(with: palette.paper) >= 3)
      }
    }
  }

  @Test("OKLab of white and of pure red is Ottosson's")
  func okLab() {
    let white = OKLab(RGB(0xffffff))
    #expect(abs(white.lightness - 1) < 1e-6 && abs(white.a) < 1e-6 && abs(white.b) < 1e-6)
    let red = OKLab(RGB(0xff0000))
    // Published to three digits: L 0.628, a 0.225, b 0.126.
    #expect(abs(red.lightness - 0.628) < 5e-4 && abs(red.a - 0.225) < 5e-4 && abs(red.b - 0.126) < 5e-4)
    #expect(red.rgb == RGB(0xff0000))
  }
}
