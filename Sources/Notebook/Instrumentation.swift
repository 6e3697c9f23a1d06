import Events

// What the planner writes between an author's lines. The names begin with `_galley` so that they stand in
// nobody's way; authors call none of them.

let writer = EventWriter()

/// The first call of a chapter's program.
public func _galleyStart(outputLimit: Int, processorSeconds: Int, files: Int) {
  limitResources(fileSize: outputLimit, processorSeconds: processorSeconds, files: files)
  writer.write(.started, number: Event.currentVersion)
}

/// A block of the chapter begins.
public func _galleyBegin(block number: Int) {
  KeptValues.block = number
  writer.write(.blockBegan, number: number)
}

/// A block of the chapter has run to its end.
public func _galleyEnd(block number: Int) {
  writer.write(.blockEnded, number: number)
}

/// A statement at the top level of a block is about to run, so that whatever ends the program has a line.
public func _galleyReach(_ number: Int) {
  writer.write(.reached, number: number)
}

/// Records the value of a probed expression.
public func _galleyValue<T>(_ number: Int, _ value: T) {
  writer.write(.value, number: number, value: Value(of: value))
}

/// A statement whose printing is checked begins.
public func _galleyPrinting(_ number: Int) {
  writer.write(.printing, number: number)
}

/// A statement whose printing is checked has ended.
public func _galleyPrinted(_ number: Int) {
  writer.write(.printed, number: number)
}

/// A displayed formula of the chapter, for ``verify(_:points:size:seed:relativeTolerance:shapes:_:)``.
public func _galleyFormula(_ label: String, _ latex: String) {
  PrintedFormulas.add(latex, under: label)
}

/// The last call of a chapter's program.
public func _galleyFinish() {
  writer.write(.finished)
}

/// True in a copy of the process, which tries a block that is expected to fail; false in the original,
/// once the copy has ended. What the block changed is gone with the copy.
public func _galleyAttempt() -> Bool {
  switch Attempt.fork() {
  case .inCopy: return true
  case .ended(signal: let signal) where signal != 0: writer.write(.attemptTrapped, number: Int(signal))
  case .ended: break
  case .exited(let code): writer.write(.attemptExited, number: Int(code))
  }
  return false
}

/// The attempted block ran to its end.
public func _galleyAttemptEnded() -> Never {
  writer.write(.attemptEnded)
  Attempt.end()
}

/// The attempted block threw.
public func _galleyAttemptThrew(_ error: any Error) -> Never {
  writer.write(.attemptThrew, message: String(describing: error))
  Attempt.end()
}
