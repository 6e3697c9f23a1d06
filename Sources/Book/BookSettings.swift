/// What `book.yml` says.
public struct BookSettings: Sendable, Equatable {
  /// The title of the whole book.
  public var title: String
  /// One sentence for the first page and for search engines.
  public var summary: String
  /// A BCP 47 tag.
  public var language: String
  /// Where the author says so; nil when nobody has.
  public var languagePosition: SourcePosition?
  /// What every block may use without importing it.
  public var modules: [String]
  /// The documents that the book is about, for the first page.
  public var sources: [Source]
  /// The folder of a Swift package whose products blocks may import, from the folder of the book.
  public var package: String?
  /// The library products of that package.
  public var products: [String] = []
  /// Numbers that may stand in the text of any chapter without another account, such as `60,000`, each with what
  /// it is.
  public var constants: [String: String] = [:]
  /// Whether a number that nothing accounts for is an error.
  public var requiresLedger = false
  /// Whether pages and students' copies show how exercises are solved.
  public var showsSolutions = true
  /// Where the site will be found, without a slash at the end; nil when nobody has said.
  public var url: String?
  /// Pages that had another name.
  public var redirects: [Redirect] = []
  /// The chapter that the appendices begin with.
  public var appendices: Appendices?
  /// What can be cited: the entries of `references.bib`.
  public var bibliography: [BibliographyEntry] = []

  /// A page that had another name.
  public struct Redirect: Sendable, Equatable {
    /// The name that old links know, without `.html`.
    public var old: String
    /// The name of the chapter now, without number and ending.
    public var new: String
    /// Where the author says so.
    public var position: SourcePosition
  }

  /// The chapter that the appendices begin with: this one and all behind it have letters for numbers.
  public struct Appendices: Sendable, Equatable {
    /// Its name, without number and ending.
    public var first: String
    /// Where the author says so.
    public var position: SourcePosition
  }

  /// A document that the book is about.
  public struct Source: Sendable, Equatable {
    /// What the document is called.
    public var title: String
    /// Where it comes from and what it is.
    public var note: String
  }
}
