import Synchronization

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The folder through which the runner passes values of earlier runs to a program and gets new values from it.
enum KeptValues {
  /// The environment variable with the path of the folder.
  static let environmentVariable = "GALLEY_KEPT"
  /// The environment variable that is set while records are made.
  static let recordingVariable = "GALLEY_RECORDING"

  /// The largest size of a value as JSON, in bytes. The system does not let a program write much larger files.
  static let largestSize = 3 << 20

  private static let state = Mutex((block: -1, calls: [String: Int]()))

  /// The number of the block that runs.
  static var block: Int {
    get { state.withLock { $0.block } }
    set { state.withLock { $0.block = newValue } }
  }

  /// The number of earlier calls with `name` in this block.
  static func nextCall(of name: String) -> Int {
    state.withLock { state in
      let key = "\(state.block) \(name)"
      defer { state.calls[key, default: 0] += 1 }
      return state.calls[key, default: 0]
    }
  }

  /// Whether this run makes records, rather than uses them.
  static var isRecording: Bool { ProcessInfo.processInfo.environment[recordingVariable] != nil }

  /// The path of the folder; nil outside of a runner.
  static var folder: String? { ProcessInfo.processInfo.environment[environmentVariable] }

  static func read(_ file: String) -> Data? {
    folder.flatMap { try? Data(contentsOf: URL(fileURLWithPath: "\($0)/\(file)")) }
  }

  static func write(_ data: Data, to file: String) throws {
    guard let folder else { return }
    let url = URL(fileURLWithPath: "\(folder)/\(file)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url, options: .atomic)
  }

  /// Encodes a value as JSON that keeps every number as it is, including infinities and NaN.
  static func encode(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return try encoder.encode(value)
  }

  static func decode<Value: Decodable>(_ type: Value.Type, _ data: Data) throws -> Value {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return try decoder.decode(type, from: data)
  }

  /// A file name for `name`: all bytes except ASCII letters, digits and hyphens become hexadecimal.
  static func fileName(_ name: String) -> String {
    name.utf8.map { byte in
      byte.isLetterOrDigit ? String(UnicodeScalar(byte)) : "_" + String(byte, radix: 16)
    }.joined()
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
