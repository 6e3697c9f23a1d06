import Foundation
import Installation

/// The files of the default theme.
package enum ThemeFiles {
  /// The folder with `style.css`, `script.js` and `templates`: below the prefix of an installed program, or a resource
  /// of the program in its build folder.
  package static var folder: URL {
    if let installed = Installation.current.theme { return URL(fileURLWithPath: installed) }
    return Bundle.module.bundleURL.appending(path: "files")
  }
}
