#if hasFeature(Embedded)
  /// A value that a live figure can show.
  package protocol LiveValue {
    /// Writes the value as JSON; a `Double` as its bits, so that nothing is rounded.
    func writeValue()
  }

  extension Double: LiveValue {
    package func writeValue() {
      Output.write("{\"double\":\"")
      Output.write(bits: self)
      Output.write("\"}")
    }
  }

  extension Float: LiveValue {
    package func writeValue() {
      Output.write("{\"float\":\"")
      Output.write(bits: Double(self))
      Output.write("\"}")
    }
  }

  extension FixedWidthInteger {
    fileprivate func writeInteger() {
      Output.write("{\"integer\":\"")
      Output.write(self)
      Output.write("\"}")
    }
  }

  extension Int: LiveValue { package func writeValue() { writeInteger() } }
  extension Int32: LiveValue { package func writeValue() { writeInteger() } }
  extension Int64: LiveValue { package func writeValue() { writeInteger() } }
  extension UInt64: LiveValue { package func writeValue() { writeInteger() } }
  extension UInt8: LiveValue { package func writeValue() { writeInteger() } }

  extension Bool: LiveValue {
    package func writeValue() { self ? Output.write("true") : Output.write("false") }
  }

  extension String: LiveValue {
    package func writeValue() { Output.quote(self) }
  }

  extension Optional: LiveValue where Wrapped: LiveValue {
    package func writeValue() {
      if let self { self.writeValue() } else { Output.write("null") }
    }
  }

  extension Array: LiveValue where Element: LiveValue {
    package func writeValue() {
      Output.write("[")
      for (index, element) in enumerated() {
        if index > 0 { Output.write(",") }
        element.writeValue()
      }
      Output.write("]")
    }
  }
#endif
