#if hasFeature(Embedded)
  // The planner writes calls of these functions between an author's lines. `Notebook` has them for this machine.

  @_extern(c, "galley_setting") private func setting(_ number: Int32) -> Double

  package func _galleyStart(outputLimit: Int, processorSeconds: Int, files: Int) {}
  package func _galleyReach(_ number: Int) {}
  package func _galleyEnd(block number: Int) { flushPrinted() }
  package func _galleyFinish() { flushPrinted() }

  package func _galleyBegin(block number: Int) {
    flushPrinted()
    Output.write("{\"block\":")
    Output.write(number)
    Output.write("}\n")
  }

  package func _galleyValue(_ number: Int, _ value: some LiveValue) {
    Output.write("{\"probe\":")
    Output.write(number)
    Output.write(",\"value\":")
    value.writeValue()
    Output.write("}\n")
  }

  package func _galleyValue(_ number: Int, _ value: Void) {}

  /// A constant that the reader moves; the value that the author gave says of which type it is.
  package func _galleySetting(_ number: Int, _ value: Double) -> Double { setting(Int32(number)) }
  package func _galleySetting(_ number: Int, _ value: Float) -> Float { Float(setting(Int32(number))) }
  package func _galleySetting(_ number: Int, _ value: Int) -> Int { Int(setting(Int32(number))) }
  package func _galleySetting(_ number: Int, _ value: Bool) -> Bool { setting(Int32(number)) != 0 }

  /// One of several texts; the setting is the place among them.
  package func _galleySetting(_ number: Int, _ value: String, among texts: [String]) -> String {
    let place = Int(setting(Int32(number)))
    return texts.indices.contains(place) ? texts[place] : value
  }

  /// A point, which takes two settings.
  package func _galleySetting(_ number: Int, _ value: [Double]) -> [Double] {
    [setting(Int32(number)), setting(Int32(number + 1))]
  }

  /// A claim is judged where the chapter itself runs.
  package func claim(_ label: String, _ holds: () throws -> Bool) rethrows {}
#endif
