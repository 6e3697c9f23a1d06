import Foundation

/// A Python process that trains the same model and reports its times.
enum PyTorchPeer {
  struct Answer: Decodable {
    let seconds: [Double]
    let megabytes: Double
    var timing: Timing { Timing(seconds) }
  }

  static func measure(python: String, model: String, count: Int, repeats: Int) throws -> Answer? {
    guard let script = Bundle.module.url(forResource: "frameworks", withExtension: "py") else {
      throw CocoaError(.fileNoSuchFile)
    }
    let process = Process()
    let answers = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [python, script.path, model, "\(count)", "\(repeats)"]
    process.standardOutput = answers
    try process.run()
    let data = try answers.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return try? JSONDecoder().decode(Answer.self, from: data)
  }
}
