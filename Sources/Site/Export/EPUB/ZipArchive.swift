internal import CZlib
import Foundation

/// A ZIP archive without dates, so that the same files give the same bytes.
struct ZipArchive {
  private var content = Data()
  private var directory = Data()
  private var count: UInt16 = 0

  /// Adds a file. Compression is left out where a format asks for it, or where it saves nothing.
  mutating func add(_ name: String, _ file: Data, compresses: Bool = true) {
    let packed = compresses ? Self.deflated(file) : nil
    let stored = packed.flatMap { $0.count < file.count ? $0 : nil } ?? file
    var header = Data()
    header.append(20 as UInt16)
    // The names are UTF-8.
    header.append(0x800 as UInt16)
    header.append((stored.count < file.count ? 8 : 0) as UInt16)
    // The first moment that the format can write: midnight of the first of January 1980.
    header.append(0 as UInt16)
    header.append(0x21 as UInt16)
    header.append(UInt32(truncatingIfNeeded: file.withUnsafeBytes { Self.checksum($0) }))
    header.append(UInt32(stored.count))
    header.append(UInt32(file.count))
    header.append(UInt16(name.utf8.count))
    header.append(0 as UInt16)
    let offset = UInt32(content.count)
    content.append(0x0403_4b50 as UInt32)
    content += header + Data(name.utf8) + stored
    directory.append(0x0201_4b50 as UInt32)
    directory.append(20 as UInt16)
    // A comment, a disk and attributes, none of which there are.
    directory += header + Data(count: 10)
    directory.append(offset)
    directory += Data(name.utf8)
    count += 1
  }

  /// The whole archive.
  var data: Data {
    var end = Data()
    end.append(0x0605_4b50 as UInt32)
    end.append(0 as UInt32)
    end.append(count)
    end.append(count)
    end.append(UInt32(directory.count))
    end.append(UInt32(content.count))
    end.append(0 as UInt16)
    return content + directory + end
  }

  private static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt {
    UInt(crc32(0, bytes.bindMemory(to: UInt8.self).baseAddress, UInt32(bytes.count)))
  }

  /// The file as a raw stream: the output of zlib without its first two and its last four bytes.
  private static func deflated(_ file: Data) -> Data? {
    var length = compressBound(UInt(file.count))
    var packed = [UInt8](repeating: 0, count: Int(length))
    let status = file.withUnsafeBytes { bytes in
      compress2(&packed, &length, bytes.bindMemory(to: UInt8.self).baseAddress, UInt(file.count), 9)
    }
    guard status == Z_OK, length > 6 else { return nil }
    return Data(packed[2..<Int(length) - 4])
  }
}

extension Data {
  fileprivate mutating func append(_ number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}
