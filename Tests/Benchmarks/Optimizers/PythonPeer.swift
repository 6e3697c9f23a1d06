import Foundation

/// A Python process that measures the frameworks on request.
final class PythonPeer {
  private let process = Process()
  private let requests = Pipe()
  private let answers = Pipe()

  /// Starts the interpreter.
  ///
  /// - Parameter tuned: Whether the allocator keeps freed memory. Otherwise page faults of large temporaries take
  ///   most of PyTorch's time.
  init(interpreter: String, tuned: Bool) throws {
    guard let script = Bundle.module.url(forResource: "frameworks", withExtension: "py") else {
      throw CocoaError(.fileNoSuchFile)
    }
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [interpreter, script.path]
    var environment = ProcessInfo.processInfo.environment
    if tuned {
      environment["MALLOC_MMAP_MAX_"] = "0"
      environment["MALLOC_TRIM_THRESHOLD_"] = "100000000000"
      environment["MALLOC_TOP_PAD_"] = "1000000000"
    }
    process.environment = environment
    process.standardInput = requests
    process.standardOutput = answers
    try process.run()
  }

  /// Medians in microseconds by name; empty if the process has ended.
  func measure(_ rule: String, count: Int, repeats: Int) throws -> [String: Double] {
    try requests.fileHandleForWriting.write(contentsOf: Data("\(rule) \(count) \(repeats)\n".utf8))
    var line = Data()
    while let byte = try answers.fileHandleForReading.read(upToCount: 1), byte != Data([10]) {
      if byte.isEmpty { return [:] }
      line += byte
    }
    return (try? JSONDecoder().decode([String: Double].self, from: line)) ?? [:]
  }

  deinit {
    process.terminate()
  }
}
