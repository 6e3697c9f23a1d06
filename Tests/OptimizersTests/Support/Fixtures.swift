import Foundation
import Testing

/// Reads the JSON files that `Fixtures/generate.py` writes.
enum Fixtures {
  static func load<Value: Decodable>(_ name: String, as type: Value.Type = Value.self) throws -> Value {
    if let path = ProcessInfo.processInfo.environment["GALLEY_TRAJECTORIES"], name == "trajectories" {
      return try JSONDecoder().decode(Value.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    }
    let folder = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
    let data = try Data(contentsOf: folder.appending(path: "\(name).json"))
    return try JSONDecoder().decode(Value.self, from: data)
  }
}

/// One recorded run of a framework.
struct Trajectory: Decodable, Sendable {
  struct Point: Decodable, Sendable {
    let step: Int
    let theta: [Double]
    let travelled: Double
  }

  struct Options: Decodable, Sendable {
    struct Decay: Decodable, Sendable {
      let kind: String
      let factor: Double
    }

    let learningRate: Double
    var momentum, dampening, decay, epsilon, rootEpsilon, initialMeanSquare: Double?
    var learningRateDecay, initialAccumulator, beta1, beta2: Double?
    var nesterov, centered, biasCorrection: Bool?
    var epsilonPlacement, momentumScaling, amsgrad: String?
    var momentumDecay: Psi?
    var weightDecay: Decay?
  }

  /// NAdam's ψ: a number or the word "infinity".
  struct Psi: Decodable, Sendable {
    let value: Double

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Double.self) {
        value = number
      } else {
        #expect(try container.decode(String.self) == "infinity")
        value = .infinity
      }
    }
  }

  let framework, rule, problem: String
  let options: Options
  var rateDecay: Double?
  let points: [Point]
}
