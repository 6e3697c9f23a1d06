import Foundation

/// The files of KaTeX that a system package installed.
struct KaTeXFiles: Equatable {
  /// The folder with `katex.min.js`, `katex.min.css` and `fonts`.
  var folder: String

  /// The folders of the packages of Debian and Homebrew, in the order of search.
  static let places = [
    "/usr/share/javascript/katex",
    "/usr/share/nodejs/katex/dist",
    "/opt/homebrew/opt/katex/libexec/lib/node_modules/katex/dist",
    "/usr/local/opt/katex/libexec/lib/node_modules/katex/dist",
  ]

  static func find() -> KaTeXFiles? {
    places.first { FileManager.default.fileExists(atPath: $0 + "/katex.min.js") }.map {
      KaTeXFiles(folder: $0)
    }
  }

  var script: String { folder + "/katex.min.js" }
  /// The extension with `\ce` and `\pu`, for formulas and units of chemistry.
  var chemistry: String { folder + "/contrib/mhchem.js" }
  var styleSheet: String { folder + "/katex.min.css" }

  /// The fonts in WOFF2, which every current browser reads.
  var fonts: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/fonts")) ?? []
    return names.filter { $0.hasSuffix(".woff2") }.sorted().map { folder + "/fonts/" + $0 }
  }
}
