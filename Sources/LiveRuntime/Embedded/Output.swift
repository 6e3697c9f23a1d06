#if hasFeature(Embedded)
  @_extern(c, "galley_write") private func write(_ bytes: UnsafePointer<UInt8>, _ count: UInt)
  @_extern(c, "galley_quote") private func quote(_ bytes: UnsafePointer<UInt8>, _ count: UInt)
  @_extern(c, "galley_write_bits") private func writeBits(_ number: Double)

  /// The output of a program: lines of JSON, each about one value: `{"probe":3,"value":…}`.
  package enum Output {
    /// Writes a text that the program holds already.
    package static func write(_ text: StaticString) {
      LiveRuntime.write(text.utf8Start, UInt(text.utf8CodeUnitCount))
    }

    /// Writes a whole number in decimal digits.
    package static func write(_ number: Int) {
      var text = String(number)
      text.withUTF8 { if let start = $0.baseAddress { LiveRuntime.write(start, UInt($0.count)) } }
    }

    /// Writes a text as JSON has it.
    package static func quote(_ text: String) {
      var text = text
      text.withUTF8 { bytes in
        if let start = bytes.baseAddress {
          LiveRuntime.quote(start, UInt(bytes.count))
        } else {
          write("\"\"")
        }
      }
    }

    /// Writes the 64 bits of a number.
    package static func write(bits number: Double) { writeBits(number) }
  }

  /// The characters that `print` writes.
  private nonisolated(unsafe) var printed: [UInt8] = []

  @_cdecl("putchar")
  package func _galleyPutCharacter(_ character: Int32) -> Int32 {
    printed.append(UInt8(truncatingIfNeeded: character))
    return character
  }

  func flushPrinted() {
    if printed.isEmpty { return }
    Output.write("{\"printed\":")
    Output.quote(String(decoding: printed, as: UTF8.self))
    Output.write("}\n")
    printed = []
  }
#endif
