import Foundation
import Testing

@testable import Installation

@Suite("Where the parts of the program are", .serialized)
final class InstallationTests {
  private let root: URL

  init() throws {
    // Behind its links, as the program sees itself.
    root = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().appending(
      path: "installation-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  private func make(_ paths: String...) throws {
    for path in paths {
      let file = root.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data().write(to: file)
    }
  }

  @Test("an installed program has its parts beside it, also when it is called through a link")
  func installed() throws {
    try make("usr/bin/galley", "usr/share/galley/theme/style.css", "bin/other")
    let link = root.appending(path: "bin/galley")
    try FileManager.default.createSymbolicLink(
      at: link, withDestinationURL: root.appending(path: "usr/bin/galley"))
    for path in [root.path + "/usr/bin/galley", link.path] {
      let installation = Installation(executable: path)
      #expect(installation.prefix == root.path + "/usr")
      #expect(installation.theme == root.path + "/usr/share/galley/theme")
      #expect(installation.builtModules == root.path + "/usr/lib/galley")
      #expect(installation.package == root.path + "/usr/share/galley/modules")
    }
  }

  @Test("a prefix inside a clone is an installation, and a program in the build folder belongs to the clone")
  func clone() throws {
    try make(
      "Package.swift", "Sources/Notebook/A.swift", "Sources/Events/A.swift", ".build/debug/galley",
      ".build/usr/bin/galley", ".build/usr/share/galley/theme/style.css")
    #expect(Installation(executable: root.path + "/.build/debug/galley").package == root.path)
    #expect(Installation(executable: root.path + "/.build/debug/galley").prefix == nil)
    #expect(
      Installation(executable: root.path + "/.build/usr/bin/galley").prefix == root.path + "/.build/usr")
  }

  @Test("a program without parts has none")
  func alone() throws {
    try make("bin/galley")
    let installation = Installation(executable: root.path + "/bin/galley")
    #expect(installation.prefix == nil)
    #expect(installation.theme == nil)
    #expect(installation.package == nil)
    #expect(installation.commit == nil)
  }

  @Test("the commit of an installed program is in its file")
  func commit() throws {
    try make("bin/galley", "share/galley/theme/style.css")
    try Data("0123456789\n".utf8).write(to: root.appending(path: "share/galley/commit"))
    #expect(Installation(executable: root.path + "/bin/galley").commit == "0123456789")
  }

  @Test("the user's caches are where the system wants them, or in a folder of the user alone")
  func caches() {
    #expect(CacheFolders.ofUser(environment: ["XDG_CACHE_HOME": "/c", "HOME": root.path]) == "/c/galley")
    #expect(CacheFolders.ofUser(environment: ["HOME": root.path]).hasPrefix(root.path + "/"))
    for environment in [[:], ["HOME": "/nowhere/at/all"], ["XDG_CACHE_HOME": "relative", "HOME": ""]] {
      #expect(CacheFolders.ofUser(environment: environment).hasSuffix("/galley-\(getuid())"))
    }
  }

  @Test("a folder for temporary files that others can write to is no cache")
  func hostile() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "galley-\(getuid())")
    try? FileManager.default.removeItem(at: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    #expect(chmod(folder.path, 0o777) == 0)
    let other = CacheFolders.ofUser(environment: [:])
    #expect(other != folder.path && other.hasPrefix(folder.path + "-"))
    #expect(chmod(folder.path, 0o700) == 0)
    #expect(CacheFolders.ofUser(environment: [:]) == folder.path)
  }

  @Test("a book that can be written to holds its own results")
  func ofBook() {
    #expect(CacheFolders.ofBook(at: root.path, name: "b") == root.path + "/.build/galley")
    #expect(CacheFolders.ofBook(at: "/proc/self", name: "b") == CacheFolders.ofUser() + "/books/b")
  }
}
