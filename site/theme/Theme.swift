import Foundation

/// The files that the default theme consists of; they travel with the program.
public enum ThemeFiles {
  /// The folder with `style.css`, `script.js` and `templates`.
  public static var folder: URL { Bundle.module.bundleURL.appending(path: "files") }
}
