import Files

/// A problem with the author's files, as data. `diagnostic(at:)` describes it in words.
enum BookProblem: Equatable {
  case folderMissing
  case folderHasNoChapters
  case unreadable(FileProblem)
  case notUTF8
  case byteOrderMark
  case carriageReturns
  case settingsMissing
  case yamlInvalid(reason: String)
  case yamlTooMuch(YAMLBounds.Excess)
  case yamlNotMapping(what: String)
  case keyUnknown(String, of: String, nearest: String?)
  case keyMissing(String, of: String)
  case keyNotText(String)
  case keyNotList(String)
  case frontMatterUnclosed
  case titleMissing
  case chapterNameInvalid(String)
  case slugTaken(String, by: String)
  case slugReserved(String)
  case chapterHasNoBlocks
  case nestingTooDeep
  case tableTooWide
  case fenceUnclosed(fence: String)
  case fenceBare
  case codeIndented
  case textBehindFormula(String)
  case labelInvalid(String)
  case macroNameInvalid(String)
  case macroEndless
  case footnoteUndefined(String)
  case footnoteUnused(String)
  case referenceLinkUndefined(String)
  case cellsLost(count: Int, columns: Int)
  case latexDelimiter(String)
  case displaySignUnpaired
  case letterBehindFormula(latex: String)
  case roleUnknown(String, nearest: String?)
  case infoTooLong(role: String, rest: String)
  case optionMalformed(prefix: String)
  case optionUnknown(String, role: String, nearest: String?)
  case optionNotAllowed(String, role: String)
  case optionRepeated(String)
  case optionValueInvalid(String, value: String, allowed: String)
  case labelTaken(String, by: SourcePosition)
  case inputUnreadable(String, FileProblem)
  case showWithoutHide
  case inlineExpressionEmpty
  case bibliographyInvalid(reason: String)
  case redirectToNothing(String, nearest: String?)
  case redirectTaken(String)
  case redirectNameInvalid(String)
  case appendixMissing(String, nearest: String?)
  case partMissing(String, nearest: String?)
  case partOutOfOrder(String)
  case coverFigureMissing(String, nearest: String?)
}
