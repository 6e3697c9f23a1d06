import Events

// The planner inserts calls of these functions between an author's lines. Authors do not call them. The prefix
// `_galley` avoids conflicts with the author's names.

let writer = EventWriter()

/// Sets the limits of the program. It is the first call of a chapter's program.
public func _galleyStart(fileSize: Int, processorSeconds: Int, files: Int) {
  limitResources(fileSize: fileSize, processorSeconds: processorSeconds, files: files)
  writer.write(.started, number: Event.currentVersion)
}

/// Reports that a block of the chapter begins.
public func _galleyBegin(block number: Int) {
  KeptValues.block = number
  writer.write(.blockBegan, number: number)
}

/// Reports that a block of the chapter has run to its end.
public func _galleyEnd(block number: Int) {
  writer.write(.blockEnded, number: number)
}

/// Reports that a statement at the top level of a block is about to run, so that a failure has a line.
public func _galleyReach(_ number: Int) {
  writer.write(.reached, number: number)
}

/// Records the value of a probed expression.
public func _galleyValue<T>(_ number: Int, _ value: T) {
  writer.write(.value, number: number, value: Value(of: value))
}

/// Reports that a statement whose printing is checked begins.
public func _galleyPrinting(_ number: Int) {
  writer.write(.printing, number: number)
}

/// Reports that a statement whose printing is checked has ended.
public func _galleyPrinted(_ number: Int) {
  writer.write(.printed, number: number)
}

/// Adds a displayed formula of the chapter for ``verify(_:points:size:seed:relativeTolerance:shapes:_:)``.
public func _galleyFormula(_ label: String, _ latex: String) {
  PrintedFormulas.add(latex, under: label)
}

/// Reports that the whole chapter ran. It is the last call of a chapter's program.
public func _galleyFinish() {
  writer.write(.finished)
}

/// Starts a copy of the process for a block that is expected to fail. Returns true in the copy, and false in the
/// original once the copy has ended. The changes of the block are lost with the copy.
public func _galleyAttempt() -> Bool {
  switch Attempt.fork() {
  case .inCopy: return true
  case .ended(signal: let signal) where signal != 0: writer.write(.attemptTrapped, number: Int(signal))
  case .ended: break
  case .exited(let code): writer.write(.attemptExited, number: Int(code))
  }
  return false
}

/// Reports that the attempted block ran to its end, and ends the copy of the process.
public func _galleyAttemptEnded() -> Never {
  writer.write(.attemptEnded)
  Attempt.end()
}

/// Reports that the attempted block threw an error, and ends the copy of the process.
public func _galleyAttemptThrew(_ error: any Error) -> Never {
  writer.write(.attemptThrew, message: String(describing: error))
  Attempt.end()
}
