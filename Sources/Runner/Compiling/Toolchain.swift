import Caching
import Foundation

/// The Swift compiler that chapters are compiled with.
public struct Toolchain: Sendable, Equatable {
  /// The path of `swiftc`.
  public var compiler: String
  /// What tells this compiler from another one: the file behind the path, its size and its time.
  public var fingerprint: String

  /// The `swiftc` on the path; nil when there is none.
  public static func find(environment: [String: String] = ProcessInfo.processInfo.environment) -> Toolchain? {
    for folder in (environment["PATH"] ?? "").split(separator: ":") {
      let path = "\(folder)/swiftc"
      guard FileManager.default.isExecutableFile(atPath: path) else { continue }
      let file = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
      return Toolchain(compiler: path, fingerprint: Fingerprint.ofMetadata(file))
    }
    return nil
  }
}
