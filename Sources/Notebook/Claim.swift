/// Connects a sentence of the chapter, written as a link to `claim:label`, to a condition in code.
///
///     claim("fewer-steps") { stepsOfRMSProp < stepsOfSGD }
///
/// When `holds` returns false, the page marks the sentence and the check of the book fails. If several calls have the
/// same label, all of them must hold.
public func claim(_ label: String, _ holds: () throws -> Bool) rethrows {
  writer.write(.claimed, number: try holds() ? 1 : 0, message: label)
}
