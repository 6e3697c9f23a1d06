import Book
import Caching
import Foundation
import Installation

extension BookFolder {
  /// The folder for what was made from this book and can be made again.
  var cacheFolder: String { CacheFolders.ofBook(at: root, name: Fingerprint.of(path)) }

  /// The package with the sources of the modules for chapters: the one that holds the book, or that of this program.
  var modulesPackage: String? { Installation.package(around: root) ?? Installation.current.package }
}
