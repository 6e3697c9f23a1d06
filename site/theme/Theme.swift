import Foundation

/// The files of the default theme, which are resources of the program.
package enum ThemeFiles {
  /// The folder with `style.css`, `script.js` and `templates`.
  package static var folder: URL { Bundle.module.bundleURL.appending(path: "files") }
}
