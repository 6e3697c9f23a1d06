/// Ties a sentence of the chapter, written as a link to `claim:label`, to what the code finds.
///
///     claim("fewer-steps") { stepsOfRMSProp < stepsOfSGD }
///
/// When `holds` gives false, the sentence is marked on its page and the check of the book fails. Several
/// calls with one label have to hold all.
public func claim(_ label: String, _ holds: () throws -> Bool) rethrows {
  writer.write(.claimed, number: try holds() ? 1 : 0, message: label)
}
