extension BookProblem {
  /// The diagnostic that describes the problem at `position`.
  func diagnostic(at position: SourcePosition) -> Diagnostic {
    Diagnostic(severity, at: position, message, fix: fix)
  }

  private var severity: Diagnostic.Severity {
    switch self {
    case .byteOrderMark, .carriageReturns, .chapterHasNoBlocks, .latexDelimiter, .displaySignUnpaired,
      .letterBehindFormula, .footnoteUnused:
      .warning
    default: .error
    }
  }

  private var message: String {
    switch self {
    case .folderMissing: "there is no such folder"
    case .folderHasNoChapters: "the folder has no chapters"
    case .unreadable(let problem): "the file cannot be read: \(problem.message)"
    case .notUTF8: "the file is not UTF-8 from this line on"
    case .byteOrderMark: "the file begins with a byte order mark, which is ignored"
    case .carriageReturns: "lines end in CR LF, which are read as LF"
    case .settingsMissing: "the book has no 'book.yml'"
    case .yamlInvalid(let reason): "not valid YAML: \(reason)"
    case .yamlTooMuch(.nesting): "the YAML is nested too deeply"
    case .yamlTooMuch(.brackets):
      "the YAML has more than \(YAMLBounds.mostBrackets) lists and mappings in brackets"
    case .yamlTooMuch(.aliases): "the YAML has more than \(YAMLBounds.mostAliases) aliases"
    case .yamlNotMapping(let what): "\(what) must hold 'key: value' lines only"
    case .keyUnknown(let key, let what, _): "\(what) has no key '\(key)'"
    case .keyMissing(let key, let what): "\(what) lacks the key '\(key)'"
    case .keyNotText(let key): "'\(key)' must be a line of text"
    case .keyNotList(let key): "'\(key)' must be a list"
    case .frontMatterUnclosed: "the front matter is not closed"
    case .titleMissing: "the chapter has no title"
    case .chapterNameInvalid(let name):
      "a chapter's file name must be a number, a hyphen and a name, unlike '\(name)'"
    case .slugTaken(let slug, let other): "the page '\(slug).html' belongs to \(other) already"
    case .slugReserved(let slug): "the page name '\(slug).html' is reserved"
    case .chapterHasNoBlocks: "the chapter runs nothing, so nothing in it is checked"
    case .nestingTooDeep: "lists and quotes are nested more than 200 deep"
    case .tableTooWide: "the table has more than \(Chapter.mostColumns) columns"
    case .fenceUnclosed: "the block is not closed"
    case .fenceBare: "a fence must name the kind of its block"
    case .codeIndented: "a block must begin with a fence, not with four spaces"
    case .textBehindFormula(let text):
      "the closing '$$' must end its line; '\(text.trimmingSpaces)' follows it"
    case .labelInvalid(let label):
      "a label must consist of letters, digits, '-' and '_' and begin with a letter, unlike '\(label)'"
    case .macroNameInvalid(let name): "the name of a macro must consist of letters, unlike '\(name)'"
    case .macroEndless: "the expansion of the macros in this formula does not end"
    case .footnoteUndefined(let name): "the chapter does not define the footnote '[^\(name)]'"
    case .footnoteUnused(let name): "nothing refers to the footnote '[^\(name)]', so it is not on the page"
    case .referenceLinkUndefined(let label): "the chapter does not define the link '[\(label)]'"
    case .cellsLost(let count, let columns):
      "this row has \(count) cells, and the table has \(columns) \(columns == 1 ? "column" : "columns"), so text would be lost"
    case .latexDelimiter(let delimiter):
      "'\(delimiter)' is read as the beginning of a formula; other Markdown reads it as a bracket"
    case .displaySignUnpaired: "this '$$' does not begin a formula, because no '$$' closes it"
    case .letterBehindFormula(let latex):
      "'$\(latex)$' is not a formula, because a letter or a digit follows it"
    case .roleUnknown(let role, _): "there is no kind of block called '\(role)'"
    case .infoTooLong(let role, let rest):
      "a fence must name only the kind of its block, not '\(role) \(rest)'"
    case .optionMalformed(let prefix): "an option line must be '\(prefix) key: value'"
    case .optionUnknown(let name, let role, _): "'\(role)' has no option '\(name)'"
    case .optionNotAllowed(let name, let role): "'\(name)' is not an option of '\(role)'"
    case .optionRepeated(let name): "the option '\(name)' is given twice"
    case .optionValueInvalid(let name, let value, let allowed): "'\(name)' must be \(allowed), not '\(value)'"
    case .labelTaken(let label, let position): "the label '\(label)' is taken already at \(position)"
    case .inputUnreadable(let name, .missing): "there is no file '\(name)'"
    case .inputUnreadable(let name, let problem): "the input '\(name)' cannot be read: \(problem.message)"
    case .showWithoutHide: "'snippet.show' has no 'snippet.hide' before it"
    case .inlineExpressionEmpty: "'{swift}' must be followed by an expression"
    case .bibliographyInvalid(let reason): "not valid BibTeX: \(reason)"
    case .redirectToNothing(let slug, _): "a redirect must lead to a chapter, not to '\(slug)'"
    case .appendixMissing(let slug, _): "'appendices' must name a chapter, not '\(slug)'"
    case .partMissing(let slug, _): "'first' of a part must name a chapter, not '\(slug)'"
    case .coverFigureMissing(let label, _):
      "'figure' of the cover must be the label of a block, not '\(label)'"
    case .partOutOfOrder(let slug): "the part that begins with '\(slug)' begins before the part above it ends"
    case .redirectNameInvalid(let name): "the old name in a redirect must be a page name, unlike '\(name)'"
    case .redirectTaken(let slug): "the page '\(slug).html' exists, so it cannot be a redirect"
    }
  }

  private var fix: String? {
    switch self {
    case .folderMissing, .folderHasNoChapters:
      "name a folder that holds 'book.yml' and chapters such as '01-introduction.md'"
    case .unreadable(let problem): problem.fix
    case .notUTF8: "save the file as UTF-8"
    case .byteOrderMark: "save the file as UTF-8 without a byte order mark"
    case .carriageReturns: "save the file with LF line endings"
    case .settingsMissing: "write one with at least a line 'title: …'"
    case .yamlInvalid(let reason):
      reason.contains("mapping values") ? "put quotes around text that holds ': '" : nil
    case .yamlTooMuch(.aliases): "write out their values"
    case .yamlTooMuch: "write one '- …' or 'key: …' line for each"
    case .yamlNotMapping: nil
    case .slugReserved: "give the chapter another name"
    case .inlineExpressionEmpty: "write for example '`{swift} loss`'"
    case .keyUnknown(_, _, let nearest): suggestion(nearest)
    case .keyMissing(let key, _): "add a line '\(key): …'"
    case .keyNotText(let key): "write '\(key): …' on one line"
    case .keyNotList(let key): "write '\(key): [a, b]' or one '- …' line for each"
    case .frontMatterUnclosed: "put a line '---' below it"
    case .titleMissing: "begin the file with '---', 'title: …', '---'"
    case .chapterNameInvalid: "name it like '03-worked-update.md'"
    case .slugTaken: "rename one of the two"
    case .chapterHasNoBlocks: "add a 'swift-run' block, or leave it so"
    case .nestingTooDeep: "nest less"
    case .tableTooWide: "split it, or put the data into a file"
    case .fenceUnclosed(let fence): "close it with a line '\(fence)'"
    case .fenceBare: "write ```text for plain text, or ```swift-run for code that runs"
    case .codeIndented: "put it between ```text and ```"
    case .textBehindFormula: "put the text on a line of its own"
    case .labelInvalid: nil
    case .footnoteUndefined(let name): "add a line '[^\(name)]: …', or write '\\[^\(name)]'"
    case .footnoteUnused(let name): "refer to it with '[^\(name)]', or remove it"
    case .referenceLinkUndefined(let label): "add a line '[\(label)]: address', or write '\\[' for a bracket"
    case .cellsLost: "write '\\|' or '\\vert' for a bar inside a cell"
    case .macroNameInvalid: "write '\\loss: \\mathcal{L}'"
    case .macroEndless: "a macro must not use itself"
    case .latexDelimiter(let delimiter):
      delimiter.hasSuffix("(") ? "write '$…$', or a bracket without a backslash" : "write '$$…$$'"
    case .displaySignUnpaired: "close it, or write '\\$\\$' for the signs themselves"
    case .letterBehindFormula: "put a space or a hyphen after it, or write '\\$' for a dollar sign"
    case .roleUnknown(_, let nearest):
      suggestion(nearest) ?? "one of \(FenceRole.names.joined(separator: ", "))"
    case .infoTooLong(let role, _):
      FenceRole(name: role)?.optionPrefix.map { "write options below it as '\($0) key: value'" }
        ?? "remove the rest"
    case .optionMalformed(let prefix): "write for example '\(prefix) label: my-block'"
    case .optionUnknown(_, _, let nearest): suggestion(nearest)
    case .optionNotAllowed(_, let role):
      FenceRole(name: role).map { role in
        let names = BlockOptionName.allowed(in: role).map(\.rawValue)
        return "its options are \(names.joined(separator: ", "))"
      }
    case .optionRepeated: "remove one of the two"
    case .optionValueInvalid: nil
    case .labelTaken: "choose another"
    case .inputUnreadable(_, .missing): "name a file below the folder of the chapters"
    case .inputUnreadable(_, let problem): problem.fix
    case .showWithoutHide: "put '// snippet.hide' before the hidden lines"
    case .bibliographyInvalid: nil
    case .redirectToNothing(_, let nearest), .appendixMissing(_, let nearest),
      .partMissing(_, let nearest):
      suggestion(nearest) ?? "name a chapter's file without its number and '.md'"
    case .coverFigureMissing(_, let nearest): suggestion(nearest)
    case .partOutOfOrder: "list the parts in the order of their chapters, each once"
    case .redirectNameInvalid: "write letters, digits, '-' and '_', such as 'old-name'"
    case .redirectTaken: "remove the redirect"
    }
  }

  private func suggestion(_ nearest: String?) -> String? {
    nearest.map { "did you mean '\($0)'?" }
  }
}

extension Diagnostic {
  /// The error for a formula whose macros use themselves.
  package static func endlessMacro(at position: SourcePosition) -> Diagnostic {
    BookProblem.macroEndless.diagnostic(at: position)
  }
}
