/// A data set on the web: its files, and what becomes of them.
package struct RemoteDataset: Sendable, Equatable {
  /// What it is called on the command line.
  package var name: String
  /// One line about it: what, size, licence.
  package var summary: String
  /// The folder that it goes to, below the one for all data.
  package var folder: String
  /// The files to bring.
  package var files: [RemoteFile]
  /// What to unpack, for an archive; nil when the files stay as they are.
  package var unpacking: Unpacking?

  /// A data set made of its parts.
  package init(
    name: String, summary: String, folder: String, files: [RemoteFile], unpacking: Unpacking? = nil
  ) {
    self.name = name
    self.summary = summary
    self.folder = folder
    self.files = files
    self.unpacking = unpacking
  }

  /// The data set called `name`.
  package static func named(_ name: String) throws(DownloadError) -> RemoteDataset {
    guard let dataset = all.first(where: { $0.name == name }) else {
      throw .unknownName(name, known: all.map(\.name))
    }
    return dataset
  }

  /// Brings and unpacks everything to its folder below `root`; `progress` hears of the file and its bytes so far.
  package func fetch(
    to root: String, protocols: String = "=https", progress: (RemoteFile, Int) -> Void
  ) throws {
    let target = root + "/" + folder
    for file in files {
      if let unpacking, unpacking.isDone(in: target) { continue }
      var download = Download(file, to: target)
      download.protocols = protocols
      try download.run { progress(file, $0) }
      try unpacking?.run(archive: download.path, in: target)
    }
  }
}
