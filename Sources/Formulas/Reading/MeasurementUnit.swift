/// The units of physics that an upright name after a number denotes.
enum MeasurementUnit {
  /// The unit as a multiple of base units, such as 1000 m for `km`; nil for an unknown name.
  static func expression(_ name: String) -> MathExpression? {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false).map {
      simple(String($0.filter { $0 != " " }))
    }
    switch (parts.count, parts.first ?? nil, parts.last ?? nil) {
    case (1, let unit?, _): return unit
    case (2, let above?, let below?): return .fraction(above, below)
    default: return nil
    }
  }

  private static func simple(_ name: String) -> MathExpression? {
    guard let (base, exponent) = multiples[name] else {
      guard let (base, count) = others[name] else { return nil }
      return .product([Factor(.integer(count)), Factor(symbol(base))])
    }
    if exponent == 0 { return symbol(base) }
    let power = MathExpression.power(.integer(10), .integer(exponent))
    return .product([Factor(power), Factor(symbol(base))])
  }

  private static func symbol(_ name: String) -> MathExpression {
    derived[name] ?? .symbol(MathSymbol(name, style: "unit"))
  }

  /// Units that are products of base units.
  private static let derived: [String: MathExpression] = {
    func base(_ name: String) -> MathExpression { .symbol(MathSymbol(name, style: "unit")) }
    func power(_ name: String, _ exponent: Int) -> MathExpression { .power(base(name), .integer(exponent)) }
    let newton = MathExpression.product([
      Factor(.integer(1_000)), Factor(base("g")), Factor(base("m")), Factor(power("s", -2)),
    ])
    let joule = MathExpression.product([Factor(newton), Factor(base("m"))])
    return [
      "N": newton, "J": joule, "W": .fraction(joule, base("s")), "Pa": .fraction(newton, power("m", 2)),
      "Hz": power("s", -1),
    ]
  }()

  /// Units that are a power of ten of a base unit.
  private static let multiples: [String: (base: String, exponent: Int)] = [
    "m": ("m", 0), "km": ("m", 3), "dm": ("m", -1), "cm": ("m", -2), "mm": ("m", -3), "μm": ("m", -6),
    "nm": ("m", -9), "g": ("g", 0), "kg": ("g", 3), "mg": ("g", -3), "s": ("s", 0), "ms": ("s", -3),
    "μs": ("s", -6), "ns": ("s", -9), "L": ("L", 0), "l": ("L", 0), "mL": ("L", -3), "ml": ("L", -3),
    "Hz": ("Hz", 0), "kHz": ("Hz", 3), "MHz": ("Hz", 6), "GHz": ("Hz", 9), "J": ("J", 0), "kJ": ("J", 3),
    "MJ": ("J", 6), "W": ("W", 0), "kW": ("W", 3), "MW": ("W", 6), "V": ("V", 0), "mV": ("V", -3),
    "A": ("A", 0), "mA": ("A", -3), "N": ("N", 0), "kN": ("N", 3), "Pa": ("Pa", 0), "hPa": ("Pa", 2),
    "kPa": ("Pa", 3), "K": ("K", 0), "mol": ("mol", 0), "eV": ("eV", 0), "keV": ("eV", 3), "MeV": ("eV", 6),
  ]

  /// Units that are another multiple of a base unit.
  private static let others: [String: (base: String, count: Int)] = [
    "min": ("s", 60), "minute": ("s", 60), "minutes": ("s", 60), "h": ("s", 3_600), "hour": ("s", 3_600),
    "hours": ("s", 3_600), "day": ("s", 86_400),
    "days": ("s", 86_400), "kWh": ("J", 3_600_000), "Wh": ("J", 3_600),
  ]
}
