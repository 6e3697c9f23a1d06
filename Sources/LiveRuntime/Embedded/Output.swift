#if hasFeature(Embedded)
  @_extern(c, "galley_write") private func write(_ bytes: UnsafePointer<UInt8>, _ count: UInt)
  @_extern(c, "galley_quote") private func quote(_ bytes: UnsafePointer<UInt8>, _ count: UInt)
  @_extern(c, "galley_write_integer") private func writeInteger(_ magnitude: UInt64, _ isNegative: Bool)
  @_extern(c, "galley_write_bits") private func writeBits(_ number: Double)

  /// The output of a program: lines of JSON, each about one value: `{"probe":3,"value":…}`.
  package enum Output {
    /// Writes a text that the program holds already.
    package static func write(_ text: StaticString) {
      LiveRuntime.write(text.utf8Start, UInt(text.utf8CodeUnitCount))
    }

    /// Writes a whole number in decimal digits.
    package static func write(_ number: some FixedWidthInteger) {
      writeInteger(UInt64(number.magnitude), number < 0)
    }

    /// Writes a text as JSON has it.
    package static func quote(_ text: String) {
      _ = text.utf8.withContiguousStorageIfAvailable(quote)
    }

    /// Writes the bytes of a text as JSON has it.
    fileprivate static func quote(_ bytes: UnsafeBufferPointer<UInt8>) {
      if let start = bytes.baseAddress {
        LiveRuntime.quote(start, UInt(bytes.count))
      } else {
        write("\"\"")
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
    printed.withUnsafeBufferPointer(Output.quote)
    Output.write("}\n")
    printed = []
  }
#endif
