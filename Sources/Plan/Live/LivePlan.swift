import Book
import GFM

/// A block whose constants the reader can move, as a program of its own: the block, what it needs of the blocks around
/// it, and the numbers of the prose that follow from it.
package struct LivePlan: Sendable, Equatable, Codable {
  /// The block's node in the chapter's tree.
  package var block: MarkdownNode.ID
  /// The opening fence.
  package var position: SourcePosition
  /// The constants, in the order of the option.
  package var settings: [LiveSetting]
  /// The program for this machine.
  package var native: BuildPlan
  /// The same program for a page, without the imports that only this machine has.
  package var embedded: SwiftProgram
  /// The numbers that the native program's probes have in the plan of the chapter.
  package var probes: [Int]

  /// The values that the author gave, as the program reads them.
  package var defaults: [Double] { settings.flatMap(\.value.numbers) }
}

/// A constant that the reader can move.
package struct LiveSetting: Sendable, Equatable, Codable {
  /// Its name and the values that it can have.
  package var control: LiveControl
  /// The value that the author gave.
  package var value: Value
  /// The place of that value in the block's code, in UTF-8 bytes.
  package var place: Range<Int>

  /// A value of one of the types that a control can set.
  package enum Value: Sendable, Equatable, Codable {
    case real(Double)
    case whole(Int)
    case flag(Bool)
    /// The place of a text among those to choose from.
    case choice(Int)
    case point(x: Double, y: Double)

    /// The value as numbers: two for a point, one for everything else.
    package var numbers: [Double] {
      switch self {
      case .real(let number): [number]
      case .whole(let number): [Double(number)]
      case .flag(let flag): [flag ? 1 : 0]
      case .choice(let place): [Double(place)]
      case .point(let x, let y): [x, y]
      }
    }
  }
}
