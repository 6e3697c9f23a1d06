/// The options that the author set for the colours of numbers.
struct ColorOptions: Sendable {
  var ramp = ColorScheme.sequential
  var domain = ScaleDomain.automatic()
  var type: ScaleType?
}
