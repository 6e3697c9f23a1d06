/// What the author asked of the colours of numbers.
struct ColorOptions: Sendable {
  var ramp = ColorScheme.sequential
  var domain = ScaleDomain.automatic()
  var type: ScaleType?
}
