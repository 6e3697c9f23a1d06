/// The settings of a book, from `book.yml`.
package struct BookSettings: Sendable, Equatable {
  /// The title of the whole book.
  package var title: String
  /// One sentence for the first page and for search engines.
  package var summary: String
  /// The language of the book as a BCP 47 tag.
  package var language: String
  /// The position of the language in `book.yml`; nil when the file does not set one.
  package var languagePosition: SourcePosition?
  /// The modules that every block may use without importing them.
  package var modules: [String]
  /// The documents that the book is about, for the first page.
  package var sources: [Source]
  /// The folder of a Swift package whose products blocks may import, relative to the folder of the book.
  package var package: String?
  /// The library products of that package.
  package var products: [String] = []
  /// The traits of that package that are enabled besides its defaults.
  package var traits: [String] = []
  /// Numbers that the text of any chapter may use without further explanation, such as `60,000`, each with its meaning.
  package var constants: [String: String] = [:]
  /// Commands that every formula of the book may use.
  package var macros = FormulaMacros()
  /// Whether a number that nothing accounts for is an error.
  package var requiresLedger = false
  /// Whether pages and students' copies show how exercises are solved.
  package var showsSolutions = true
  /// The address of the site without a slash at the end; nil when `book.yml` does not set it.
  package var url: String?
  /// Redirects from old page names to chapters.
  package var redirects: [Redirect] = []
  /// The chapter that the appendices begin with.
  package var appendices: Appendices?
  /// The parts of the book, in order; empty for a book without parts.
  package var parts: [Part] = []
  /// The first page, beyond its title, summary and contents.
  package var cover = Cover()
  /// The entries of `references.bib`, which chapters can cite.
  package var bibliography: [BibliographyEntry] = []

  /// A redirect from an old page name to a chapter.
  package struct Redirect: Sendable, Equatable {
    /// The page name in old links, without `.html`.
    package var old: String
    /// The current name of the chapter, without its number and `.md`.
    package var new: String
    /// The position of the setting in `book.yml`.
    package var position: SourcePosition
  }

  /// The first chapter of the appendices. It and all later chapters have letters in place of numbers.
  package struct Appendices: Sendable, Equatable {
    /// The name of the chapter, without its number and `.md`.
    package var first: String
    /// The position of the setting in `book.yml`.
    package var position: SourcePosition
  }

  /// A part of the book: its first chapter and all after it, up to the next part or the appendices.
  package struct Part: Sendable, Equatable {
    /// The title of the part.
    package var title: String
    /// The name of its first chapter, without its number and `.md`.
    package var first: String
    /// The position of the setting in `book.yml`.
    package var position: SourcePosition
  }

  /// The parts of the first page that invite to read.
  package struct Cover: Sendable, Equatable {
    /// The label of the figure, the table or the formula that the page shows.
    package var figure: String?
    /// Markdown lines that name what readers will find.
    package var highlights: [String] = []
    /// Markdown that says who the book is for and what they need to know.
    package var audience: String?
    /// The position of the setting in `book.yml`; nil without one.
    package var position: SourcePosition?

    /// A cover without any of them.
    package init() {}
  }

  /// A document that the book is about.
  package struct Source: Sendable, Equatable {
    /// The title of the document.
    package var title: String
    /// A note on the origin and the content of the document.
    package var note: String
  }
}
