import Testing

/// The problems of `Fixtures/generate.py`: a start, and a gradient that may depend on the step t = 1, 2, ….
struct Problem: Sendable {
  let start: [Double]
  let gradient: @Sendable (_ theta: [Double], _ step: Int) -> [Double]

  static func named(_ name: String) throws -> Problem {
    try #require(all[name], "no problem is called \(name)")
  }

  private static func sequence(_ step: Int, _ index: Int) -> Double {
    Double((step * 29 + index * 13) % 17 - 8) / 10
  }

  private static let all: [String: Problem] = [
    "quadratic": Problem(start: [1, 0.5]) { p, _ in
      [50.5 * p[0] + 49.5 * p[1], 49.5 * p[0] + 50.5 * p[1]]
    },
    "rosenbrock": Problem(start: [-1.2, 1]) { p, _ in
      let (x, y) = (p[0], p[1])
      return [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)]
    },
    "sparse": Problem(start: [0.5, -0.25, 1, 0]) { _, step in
      (0..<4).map { (step + $0) % 5 == 0 ? sequence(step, $0) : 0 }
    },
    "spiky": Problem(start: [0.5, -0.25, 1]) { _, step in
      (0..<3).map { sequence(step, $0) * (step % 10 == 7 ? 1e6 : 1) }
    },
    "tiny": Problem(start: [0, 0, 0]) { _, step in
      (0..<3).map { sequence(step, $0) * 1e-12 }
    },
    "regression": Problem(start: [0.1, -0.2, 0.3]) { p, _ in
      var gradient = [0.0, 0.0, 0.0]
      for row in 0..<6 {
        let x = (0..<3).map { sequence(row + 1, $0) }
        let residual = x[0] * p[0] + x[1] * p[1] + x[2] * p[2] - (Double(row) - 2.5)
        for column in 0..<3 { gradient[column] += x[column] * residual / 6 }
      }
      return gradient
    },
  ]
}
