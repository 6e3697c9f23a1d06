import Caching
import Dispatch
import Foundation
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The folder that a site is published in. A new site replaces the old one in one step, so readers never see a part of
/// a site.
package struct SiteFolder: Sendable {
  /// The absolute path of the folder.
  package var path: String

  /// The name of a file that marks a folder as a site. Only such a folder is replaced.
  private static let marker = ".galley-site"

  /// The reason why a site cannot be written.
  package enum WritingError: Error, Equatable, CustomStringConvertible {
    case notASite(String)
    case notWritable(String, reason: String)

    /// The message, with a fix.
    package var description: String {
      switch self {
      case .notASite(let path):
        "\(path): error: the folder is not empty and is not a site, so it is not replaced; empty it or choose another '--output'"
      case .notWritable(let path, let reason):
        "\(path): error: the site cannot be written: \(reason); choose another '--output' or make the folder writable"
      }
    }
  }

  /// Creates a value for the folder at `path`, which need not exist yet.
  package init(path: String) {
    self.path = URL(fileURLWithPath: path).standardizedFileURL.path
  }

  /// Replaces the content of the folder with `pages`. If this fails, the folder does not change.
  package func replace(with pages: SitePages) throws(WritingError) {
    let files = pages.files.merging([Self.marker: Data()]) { page, _ in page }
    try refuseForeignFolder()
    removeAbandoned()
    if holdsExactly(files) { return }
    let staging = parent.appending(
      path: "\(stagingPrefix)\(getpid())-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: staging) }
    do {
      try write(files, to: staging)
      try swap(staging.path, path)
    } catch {
      let reason = (error as? POSIXError).map { String(cString: strerror($0.code.rawValue)) }
      throw .notWritable(path, reason: reason ?? Self.reason(error))
    }
  }

  /// A digest of the site in the folder; nil when the folder contains no site.
  package var fingerprint: String? {
    FileManager.default.fileExists(atPath: "\(path)/\(Self.marker)") ? Fingerprint.ofTree(path) : nil
  }

  private func write(_ files: [String: Data], to folder: URL) throws {
    let all = files.map { (file: folder.appending(path: $0), data: $1) }
    for folder in Set(all.map { $0.file.deletingLastPathComponent() }) {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    let problem = Mutex<(any Error)?>(nil)
    DispatchQueue.concurrentPerform(iterations: all.count) { number in
      do {
        try all[number].data.write(to: all[number].file)
      } catch {
        problem.withLock { $0 = error }
      }
    }
    if let problem = problem.withLock({ $0 }) { throw problem }
  }

  private var parent: URL { URL(fileURLWithPath: path).deletingLastPathComponent() }

  private var stagingPrefix: String { ".\(URL(fileURLWithPath: path).lastPathComponent)-staging-" }

  /// Removes the staging folders that killed builds left beside this folder.
  package func removeAbandoned() {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
    where name.hasPrefix(stagingPrefix) {
      let owner = name.dropFirst(stagingPrefix.count).split(separator: "-").first.flatMap { pid_t($0) }
      guard let owner, kill(owner, 0) != 0, errno == ESRCH else { continue }
      try? FileManager.default.removeItem(at: parent.appending(path: name))
    }
  }

  private func refuseForeignFolder() throws(WritingError) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    if !names.isEmpty, !names.contains(Self.marker) { throw .notASite(path) }
  }

  /// Whether the folder contains exactly these files with these bytes.
  private func holdsExactly(_ files: [String: Data]) -> Bool {
    let names = (FileManager.default.enumerator(atPath: path)?.allObjects as? [String]) ?? []
    let existing = names.filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
        && !isFolder.boolValue
    }
    guard Set(existing) == Set(files.keys) else { return false }
    return files.allSatisfy { name, data in
      (try? Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)"))) == data
    }
  }

  /// Exchanges two folders in one step, or moves the new folder into place when there is no old one.
  private func swap(_ new: String, _ old: String) throws {
    if !FileManager.default.fileExists(atPath: old) {
      if rename(new, old) == 0 { return }
      // Another build may have published its site in the meantime.
      if errno != EEXIST && errno != ENOTEMPTY { try check(-1) }
    }
    #if canImport(Darwin)
      try check(renamex_np(new, old, UInt32(RENAME_SWAP)))
    #else
      try check(renameat2(AT_FDCWD, new, AT_FDCWD, old, 2 /* RENAME_EXCHANGE */))
    #endif
  }

  #if !canImport(Darwin)
    /// The C library has `renameat2`, but its header declares it only for GNU programs.
    private func renameat2(
      _ oldFolder: Int32, _ old: String, _ newFolder: Int32, _ new: String, _ flags: UInt32
    ) -> Int32 {
      typealias Function =
        @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
      guard let symbol = dlsym(nil, "renameat2") else { return -1 }
      return unsafeBitCast(symbol, to: Function.self)(oldFolder, old, newFolder, new, flags)
    }
  #endif

  private func check(_ status: Int32) throws {
    if status != 0 { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
  }

  private static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    if let underlying, underlying.domain == NSPOSIXErrorDomain {
      return String(cString: strerror(Int32(underlying.code)))
    }
    return (error as NSError).localizedDescription
  }
}
