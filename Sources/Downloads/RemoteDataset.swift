/// A data set on the web: its files and how to unpack them.
package struct RemoteDataset: Sendable, Equatable {
  /// The name on the command line.
  package var name: String
  /// A description in one line: content, size and licence.
  package var summary: String
  /// The folder of the data set, relative to the folder for all data.
  package var folder: String
  /// The files to download.
  package var files: [RemoteFile]
  /// How to unpack an archive; nil when the files stay as they are.
  package var unpacking: Unpacking?

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

  /// Downloads and unpacks all files into the folder below `root`. Calls `progress` with the file and the number of
  /// bytes so far.
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
