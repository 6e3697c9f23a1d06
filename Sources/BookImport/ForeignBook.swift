import Foundation

/// A book for another tool, as found in its folder.
package struct ForeignBook: Equatable {
  /// The tools whose books can be imported.
  package enum Kind: String, Equatable {
    case mdBook, quarto, jupyterBook, plainMarkdown
  }

  package var kind: Kind
  package var title: String
  /// A language tag such as `en`; empty when the book does not set one.
  package var language: String
  /// The existing files of the chapters in reading order, relative to `folder`.
  package var chapters: [String]
  /// The titles of chapters in the contents, keyed by their files.
  package var titles: [String: String] = [:]
  /// BibTeX files, relative to `folder`.
  package var bibliographies: [String]
  /// LaTeX commands for formulas, keyed by their names without the backslash.
  package var macros: [String: String]
  /// The texts that stand for marks in double braces, keyed by the content of the braces: `key` of `{{ key }}` in MyST,
  /// `site.key` in Jekyll, `var key` of `{{< var key >}}` in Quarto.
  package var variables: [String: String] = [:]
  /// The words of the environments of mdbook-numthm, keyed by the names in their marks.
  package var environments: [String: String] = NumberedMarks.environments("")
  /// The folder that the paths are relative to.
  package var folder: URL
  /// Remarks on the settings, for example on entries of the contents that lead to no file.
  package var remarks: [ImportRemark]
}

/// Something that could not be imported unchanged.
package struct ImportRemark: Equatable, CustomStringConvertible {
  /// The file, relative to the book's folder.
  package var file: String
  /// The line in it, or nil for the file as a whole.
  package var line: Int?
  package var problem: Problem

  package enum Problem: Equatable {
    case chapterMissing
    case notInContents
    case bibliographyMissing(String)
    case notUTF8
    case languageUnknown(String)
    case swiftShownOnly
    case codeNotRun(String)
    case diagramShownOnly(String)
    case directiveUnknown(String)
    case formatLeftOut(String)
    case outputLeftOut(String)
    case frameReplaced(String)
    case variableUnknown(String)
    case roleUnknown(String)
    case includeMissing(String)
    case imageMissing(String)
    case imageElsewhere(String)
    case linkBroken(String)
    case anchorUnknown(String)
    case citationUnknown(String)
    case referenceUnknown(String)
    case footnoteUnknown(String)
    case shortcodeDropped(String)
    case tableAsText
    case latexShown(String)
    case noteMissing(String)
    case noteNotEmbedded(String)
    case cellsJoined(count: Int, columns: Int)
    case valueNotComputed(String)
    case formulaNotSet(String, reason: String)
    case settingsUnreadable(String)
    case chapterSkipped(String)
  }

  package var description: String {
    let place = line.map { "\(file):\($0): " } ?? "\(file): "
    // A formula or the message of the typesetter may have several lines.
    return place + problem.text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

extension ImportRemark.Problem {
  fileprivate var text: String {
    switch self {
    case .chapterMissing: "the contents list this file, but it does not exist"
    case .notInContents: "the contents do not list this file, so it was left out"
    case .bibliographyMissing(let path):
      "the bibliography '\(path)' does not exist in this folder, so its entries are missing; copy it into the folder and import again"
    case .notUTF8: "the file is not UTF-8 and was left out"
    case .languageUnknown(let name): "a block of '\(name)' is shown as plain text"
    case .swiftShownOnly: "a block of Swift is shown, not run; write 'swift-run' to run it"
    case .codeNotRun(let name):
      "a block of '\(name)' is shown, not run, so the figures and values that it would make are missing"
    case .diagramShownOnly(let name): "a diagram of '\(name)' is shown as text"
    case .directiveUnknown(let name): "the directive '\(name)' is unknown; its content is shown as a quote"
    case .formatLeftOut(let format): "text for the format '\(format)' was left out"
    case .outputLeftOut(let type): "an output of the type '\(type)' was left out"
    case .frameReplaced(let address): "a page must not contain a frame, so a link to \(address) replaces it"
    case .variableUnknown(let name): "no settings give '\(name)' a value, so it stays in the text"
    case .roleUnknown(let name): "the role '\(name)' is unknown; its content is shown as text"
    case .includeMissing(let path): "the included file '\(path)' does not exist"
    case .imageMissing(let path): "the image '\(path)' does not exist; its description is shown as text"
    case .imageElsewhere(let url):
      "the image is loaded from \(url), which a page must not do; a link replaces it"
    case .linkBroken(let target):
      "the link leads to '\(target)', which is not in the book; its words are shown as text"
    case .anchorUnknown(let target):
      "the link leads to '\(target)', but its chapter has no such anchor; the link is cut"
    case .citationUnknown(let key): "no bibliography has the entry '\(key)'; it is shown as text"
    case .referenceUnknown(let name): "there is no target '\(name)'; the reference is shown as text"
    case .footnoteUnknown(let name): "there is no footnote '\(name)'; its mark is shown as text"
    case .shortcodeDropped(let code): "'\(code)' was left out"
    case .cellsJoined(let count, let columns):
      "this row has \(count) cells, and the table has \(columns) columns, so the last cells are joined"
    case .tableAsText:
      "this table is not read, so it is shown as plain text; write it with a bar between its columns"
    case .latexShown(let command): "'\(command)' is LaTeX outside of a formula, so it stays in the text"
    case .noteMissing(let name): "there is no note '\(name)'; the words of the link are shown as text"
    case .noteNotEmbedded(let name): "a link to '\(name)' replaces its text, which is not repeated here"
    case .valueNotComputed(let code): "the value of '\(code)' is not computed; its code is shown"
    case .formulaNotSet(let latex, let reason):
      "the formula '\(latex)' cannot be typeset and is shown as code: \(reason)"
    case .settingsUnreadable(let reason): "the settings cannot be read: \(reason)"
    case .chapterSkipped(let reason): "the file was left out: \(reason)"
    }
  }
}
