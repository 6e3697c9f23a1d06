import Foundation

/// Where the parts of this program are: below the prefix that it was installed to, or in the clone that it was built in.
///
/// An installed program is `bin/galley`. Beside it, `lib/galley` holds the built modules for chapters, and
/// `share/galley` the theme, the sources of the modules and the commit.
package struct Installation: Sendable, Equatable {
  /// The program's own file, with all links resolved.
  package let executable: String
  /// The prefix of an installed program; nil for a program in a build folder.
  package let prefix: String?
  /// The package that builds the modules for chapters: the clone, or the copy of the modules' sources below the prefix.
  /// Nil if there is neither.
  package let package: String?

  /// The parts of the running program.
  package static let current = Installation(
    executable: Bundle.main.executablePath ?? CommandLine.arguments[0])

  /// Finds the parts of the program at `executable`.
  package init(executable: String) {
    let file = URL(fileURLWithPath: executable).resolvingSymlinksInPath()
    let folder = file.deletingLastPathComponent()
    let above = folder.deletingLastPathComponent().path
    let isInstalled =
      folder.lastPathComponent == "bin"
      && FileManager.default.fileExists(atPath: above + "/share/galley/theme")
    self.executable = file.path
    prefix = isInstalled ? above : nil
    package = isInstalled ? above + "/share/galley/modules" : Self.package(around: folder.path)
  }

  /// The folder of the default theme; nil for a program in a build folder, whose theme is a resource.
  package var theme: String? { prefix.map { $0 + "/share/galley/theme" } }

  /// The folder of the modules that were built for an installed program; nil for other programs.
  package var builtModules: String? { prefix.map { $0 + "/lib/galley" } }

  /// The nearest folder at or above `folder` whose package builds the modules for chapters; nil if there is none.
  package static func package(around folder: String) -> String? {
    var url = URL(fileURLWithPath: folder).standardizedFileURL
    while url.path != "/" {
      let isOurs = ["Package.swift", "Sources/Notebook", "Sources/Events"].allSatisfy {
        FileManager.default.fileExists(atPath: url.appending(path: $0).path)
      }
      if isOurs { return url.path }
      url.deleteLastPathComponent()
    }
    return nil
  }
}
