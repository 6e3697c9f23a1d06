/// Every sentence of a report. The name of the case is its key in translation files. The raw value is the English text,
/// with placeholders such as `{number}`.
package enum Phrase: String, CaseIterable, Sendable {
  case notReached = "was not reached"
  case checkNotReached = "the check was not reached, because the chapter stopped before it"
  case hidesChecks = "{reason} (checks that were not reached: {count})"

  // Values
  case differs = "expected {expected}, got {actual}"
  case differsBy = "expected {expected}, got {actual}; off by {error}, allowed {allowed}"
  case otherCount = "expected {expected} elements, got {actual}"
  case tooLong = "the value is too long to be compared: {count} elements"
  case atPlace = "at {path} {difference}"
  case printsOther = "expected {expected}, printed {actual}"
  case toleranceAsWritten = "± {least} to {greatest}, as written"
  case toleranceIsLoose = "the tolerance is {times} times as large as the error"

  // Blocks
  case codeThatCompiles = "code that compiles"
  case compiles = "it compiles"
  case otherCompileError = "expected a compile error with {expected}, and got: {actual}"
  case runToTheEnd = "a run to the end"
  case ranToItsEnd = "it ran to its end"
  case trap = "trap"
  case `throw` = "throw"
  case notAsDeclared = "the block was expected to {expectation}, and {outcome}"

  // How a run is stopped
  case trapped = "the code trapped: {message}"
  case threw = "the code threw {message}"
  case exited = "the code ended the process with status {status}"
  case timedOut = "the code did not end within {limit} s"
  case wroteTooMuch = "the code wrote more than {limit} MiB of output"
  case reportedTooMuch = "the values and figures of the code take more than {limit} MiB"
  case usedProcessorTime = "the code used more than {limit} s of processor time"
  case usedMemory = "the code used more than {limit} MiB of memory"
  case hadProcesses = "the code had more than {limit} processes"
  case hadThreads = "the code had more than {limit} threads"
  case hadFiles = "the code had more than {limit} open files"
  case recordRefused = "no record can be used: {reason}"
  case killed = "the program was killed by signal {signal}"
  case lost = "the program ended without a record of having run everything"

  // Formulas
  case readableFormula = "a formula that can be read"
  case notJudged = "the formula cannot be judged: {reason}"
  case failingStep = "a step that fails"
  case noSuchStep = "there is no such step"
  case noStepOfNumber = "the formula has {count} steps and no step {number}"
  case stepFails = "step {number} of the formula does not hold: {reason}"
  case stepHolds = "step {number} of the formula holds, and it was declared not to"
  case stepNotJudged = "step {number} of the formula cannot be judged: {reason}"
  case declaredStepNotJudged = "step {number} of the formula was declared not to hold: {reason}"
  case agreement = "agreement with {label}"
  case difference = "a difference from {label}"
  case agreeAtPoints = "they agree at {points} points"
  case agreeThoughDeclared = "the formula was declared to differ from '{label}', and {outcome}"
  case formulasDiffer =
    "{name} differs by up to {percent} at random points: {own} by this formula, {other} by '{label}'"
  case noSuchFormula = "no such formula"
  case noFormulaLabelled = "the chapter has no formula labelled '{label}'"
  case notComparable = "not comparable"
  case cannotBeCompared = "the formula cannot be compared with '{label}': {reason}"

  // Formulas and code
  case codeAgreement = "the code agrees with the formula"
  case codeAgrees = "they agree at {points} points; largest relative difference {error}"
  case codeDiffers = "the code and the formula '{label}' differ: {difference}"

  // Claims and records
  case claimThatHolds = "the claim holds"
  case holds = "it holds"
  case doesNotHold = "it does not hold"
  case unclaimed = "no block says 'claim(\"{label}\") { … }', which this sentence is tied to"
  case claimNotReached = "the claim '{label}' was not reached, because the chapter stopped before it"
  case claimFails = "the claim '{label}' does not hold"
  case claimFailsAtLine = "the claim '{label}' does not hold; see line {line}"
  case record = "a record made by this code"
  case recordFrom = "a record made by this code from the data {data}"
  case recordRemark = "the record '{name}' was {remark}"
  case otherCompiler = "made with {then}, and this is {now}"
  case earlierModules = "recorded with an earlier version of {modules}"
  case bothRemarks = "{first}; it was {second}"

  // Live blocks
  case liveAgreement = "the page gives the same"
  case liveExact = "the same at {settings} settings, to the last bit"
  case liveClose = "the same at {settings} settings, to nine digits"
  case liveDiffers = "at {setting} the page gives something else: {difference}"
  case liveStops = "at {setting} the code stops: {reason}"
  case liveStopsOnPage = "the page cannot go on"
  case liveNotCompiled = "the live block does not compile for a page: {message}"

  /// The key of the phrase in translation files.
  package var key: String { "\(self)" }
}
