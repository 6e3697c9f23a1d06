/// The phrases of the interface, named by their use. Each language has a file with all of them.
enum Word: String, CaseIterable {
  case skipToText, contents, breadcrumbs, search, searchTheBook, places, noPlaces, theme, themeAutomatic,
    themeLight, themeDark, copy, copyAll, copied, onThisPage, onOnePage, previous, next,
    chaptersBeforeAndAfter,
    linkToSection, backToText, colon, fullStop, listSeparator
  case chapter, chapterInSentence, appendix, appendixInSentence, appendices, section, sectionOfChapter,
    figure, table,
    equation, captionEnd, aFigure,
    aTable, aFormula, aDerivation, aDiagram, data, ofFigure, code, codeOf, key, value, moreLines, moreElements
  case note, tip, important, warning, caution
  case exercise, points, judgedByThis, beginAtTerminal, hint, solution, answer, right, notSo
  case references, whatTheBookCites, citedIn, twoAuthors, moreAuthors, lastAuthor, noYear, inBook
  case apiReference, apiSummary, moduleSummary, functions, extensionOf, conformsTo
  case noSuchPage, mayBeRenamed, isCalledNow
  case stateOfVerification, everythingWasRun, whatTheBookIsAbout
  case verification, verificationSummary, whatTheMarginSays, show, allChecks, failedChecks,
    publishedMistakes, closeChecks, withWords, wordsOrNumbers, shown, checksOfChapter, checksLabel,
    whatWasChecked, everyCheckOfChapter, everyCheckOfBook, columnLine, columnVerdict, columnWhat,
    columnExpected, columnValue, columnTolerance, columnUsed, cardExpected, cardValue, cardTolerance,
    cardUsed
  case doTheChecksBite, numbersWereChanged, mutationsNoticed, staleCountsNothing, columnChapter,
    columnNumbers, columnChanged, columnNoticed, columnScore, notNoticedOrChecked, notCheckedBecause,
    staleChapter, earlierModules
  case kindLive, liveCompared, liveControls, liveReset, livePlay, liveCouldMove, liveStopped, liveFailed
  case startReading, howToReadMarks, keyPassed, keyDeclared, keyFailed
  case nothingToCheck, checks, allHold, someFail, countedChapters, countedBlocks, countedChecks,
    countedFailures, countedMistakes, countedFormulas, countedFigures, countedNumbers
  case markOfCheck, holds, failsAsDeclared, fails, failsHere, line, lineLabel, expectedAndGot,
    partOfTolerance, underOnePercent, notComputed
  case kindValue, kindPrinted, kindTrap, kindThrow, kindCompileError, kindFormula, kindBound, kindClaim,
    kindRecorded, kindCompiles, kindRuns
  case trapsAsDeclared, throwsAsDeclared, doesNotCompileAsDeclared, takenFrom, recordedEarlier, doesNotHold,
    notDecided,
    stepsNotDecided, judgedAsPrinted, boundToCode, agreesWith, theReference, anotherRule, anotherRuleThan,
    upToApart
}
