import Foundation
import Runner

/// Things on a machine that an answer must not reach: a book, another answer, sockets, shared memory, writable folders.
final class Places: Sendable {
  static let secret = "the-solution-is-x-over-two"

  let root = FileManager.default.temporaryDirectory.appending(path: "forging-\(UUID().uuidString)").path
  /// A mark in the command line of every process that tries to outlive the run.
  let mark = 1_000_000 + Int(getpid())
  let port: UInt16
  private let descriptors: [Int32]

  var book: String { root + "/Chapters" }
  var canary: String { root + "/canary" }
  var socket: String { root + "/socket" }
  var library: String {
    (ModuleLibrary.besideProgram(CommandLine.arguments[0])?.folder ?? "") + "/libBookModules.so"
  }
  private var sharedMemory: String { "/dev/shm/forging-\(mark)" }

  init() throws {
    let files = FileManager.default
    for folder in ["Chapters", "class/alice"] {
      try files.createDirectory(atPath: "\(root)/\(folder)", withIntermediateDirectories: true)
    }
    for name in ["Chapters/01-a.md", "class/alice/half.swift"] {
      try Data("// \(Self.secret)\n".utf8).write(to: URL(fileURLWithPath: "\(root)/\(name)"))
    }
    // Everybody may read the files of the book; only isolation hides them.
    try files.setAttributes([.posixPermissions: 0o777], ofItemAtPath: root)
    let named = Self.listening(unix: root + "/socket")
    let abstract = Self.listening(unix: "\u{0}" + root + "/socket")
    let (internet, port) = Self.listeningOnLoopback()
    self.port = port
    descriptors = [named, abstract, internet]
    try? Data(Self.secret.utf8).write(to: URL(fileURLWithPath: "/dev/shm/forging-\(mark)"))
    for listener in descriptors {
      Thread.detachNewThread {
        while true {
          let caller = accept(listener, nil, nil)
          if caller < 0 { return }
          _ = Self.secret.withCString { send(caller, $0, strlen($0), Int32(MSG_NOSIGNAL)) }
          close(caller)
        }
      }
    }
  }

  deinit {
    for descriptor in descriptors { shutdown(descriptor, Int32(SHUT_RDWR)) }
    try? FileManager.default.removeItem(atPath: root)
    unlink(sharedMemory)
  }

  /// The processes whose command line holds the mark.
  var survivors: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).filter { Int($0) != nil }
      .compactMap {
        let line = (try? String(contentsOfFile: "/proc/\($0)/cmdline", encoding: .utf8)) ?? ""
        return line.contains("\u{0}\(mark)\u{0}") ? "\($0): \(line)" : nil
      }
  }

  private static func listening(unix name: String) -> Int32 {
    let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(name.utf8)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    let length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count)
    withUnsafePointer(to: &address) {
      _ = $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
    }
    listen(descriptor, 8)
    return descriptor
  }

  private static func listeningOnLoopback() -> (Int32, UInt16) {
    let descriptor = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = bind(descriptor, $0, length)
        _ = getsockname(descriptor, $0, &length)
      }
    }
    listen(descriptor, 8)
    return (descriptor, UInt16(bigEndian: address.sin_port))
  }
}
