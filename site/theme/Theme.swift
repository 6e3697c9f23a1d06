import Foundation

/// The files that the default theme consists of; they travel with the program.
package enum ThemeFiles {
  /// The folder with `style.css`, `script.js` and `templates`.
  package static var folder: URL { Bundle.module.bundleURL.appending(path: "files") }
}
