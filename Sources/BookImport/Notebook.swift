/// The parts of a notebook's JSON that the import reads.
struct Notebook: Decodable {
  struct Cell: Decodable {
    struct Metadata: Decodable { var tags: [String]? }

    var cell_type: String
    var source: Source
    var attachments: [String: [String: Source]]?
    var outputs: [Output]?
    var metadata: Metadata?
  }

  struct Output: Decodable {
    struct Metadata: Decodable {
      struct Scrapbook: Decodable { var name: String? }
      var scrapbook: Scrapbook?
    }

    var output_type: String
    var text: Source?
    var data: [String: Source]?
    var ename: String?
    var evalue: String?
    var metadata: Metadata?

    var glueName: String? { metadata?.scrapbook?.name }
  }

  /// A string, a list of lines, or JSON of another form.
  enum Source: Decodable {
    case lines([String])
    case other

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let lines = try? container.decode([String].self) {
        self = .lines(lines)
      } else {
        self = (try? container.decode(String.self)).map { .lines([$0]) } ?? .other
      }
    }

    var text: String {
      if case .lines(let lines) = self { lines.joined() } else { "" }
    }
  }

  struct Metadata: Decodable {
    struct Kernel: Decodable { var language: String? }
    struct Language: Decodable { var name: String? }
    var kernelspec: Kernel?
    var language_info: Language?
  }

  var cells: [Cell]
  var metadata: Metadata?
}
