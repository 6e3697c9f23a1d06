/// What `book.yml` says.
package struct BookSettings: Sendable, Equatable {
  /// The title of the whole book.
  package var title: String
  /// One sentence for the first page and for search engines.
  package var summary: String
  /// A BCP 47 tag.
  package var language: String
  /// Where the author says so; nil when nobody has.
  package var languagePosition: SourcePosition?
  /// What every block may use without importing it.
  package var modules: [String]
  /// The documents that the book is about, for the first page.
  package var sources: [Source]
  /// The folder of a Swift package whose products blocks may import, from the folder of the book.
  package var package: String?
  /// The library products of that package.
  package var products: [String] = []
  /// Numbers that may stand in the text of any chapter without another account, such as `60,000`, each with what
  /// it is.
  package var constants: [String: String] = [:]
  /// Commands that every formula of the book may use.
  package var macros = FormulaMacros()
  /// Whether a number that nothing accounts for is an error.
  package var requiresLedger = false
  /// Whether pages and students' copies show how exercises are solved.
  package var showsSolutions = true
  /// Where the site will be found, without a slash at the end; nil when nobody has said.
  package var url: String?
  /// Pages that had another name.
  package var redirects: [Redirect] = []
  /// The chapter that the appendices begin with.
  package var appendices: Appendices?
  /// What can be cited: the entries of `references.bib`.
  package var bibliography: [BibliographyEntry] = []

  /// A page that had another name.
  package struct Redirect: Sendable, Equatable {
    /// The name that old links know, without `.html`.
    package var old: String
    /// The name of the chapter now, without number and ending.
    package var new: String
    /// Where the author says so.
    package var position: SourcePosition
  }

  /// The chapter that the appendices begin with: this one and all behind it have letters for numbers.
  package struct Appendices: Sendable, Equatable {
    /// Its name, without number and ending.
    package var first: String
    /// Where the author says so.
    package var position: SourcePosition
  }

  /// A document that the book is about.
  package struct Source: Sendable, Equatable {
    /// What the document is called.
    package var title: String
    /// Where it comes from and what it is.
    package var note: String
  }
}
