extension RemoteDataset {
  /// The data sets that `galley data fetch` can download.
  package static let all = [mnist, fsdd] + libriSpeech

  private static let mnist = RemoteDataset(
    name: "mnist", summary: "70,000 handwritten digits, 12 MB, CC BY-SA 3.0", folder: "mnist",
    files: [
      (
        "train-images-idx3-ubyte.gz", 9_912_422,
        "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"
      ),
      (
        "train-labels-idx1-ubyte.gz", 28_881,
        "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"
      ),
      (
        "t10k-images-idx3-ubyte.gz", 1_648_877,
        "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"
      ),
      (
        "t10k-labels-idx1-ubyte.gz", 4_542,
        "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6"
      ),
    ].map { name, size, digest in
      RemoteFile(
        address: "https://ossci-datasets.s3.amazonaws.com/mnist/\(name)", name: name, limit: size,
        sha256: digest)
    })

  /// GitHub does not promise that the bytes of an archive stay the same, so the digest is that of the recordings.
  private static let fsdd = RemoteDataset(
    name: "fsdd", summary: "3,000 spoken digits of six speakers, 21 MB, CC BY-SA 4.0", folder: "fsdd",
    files: [
      RemoteFile(
        address: "https://github.com/Jakobovski/free-spoken-digit-dataset/archive/"
          + "26eb9aaf76e81b692f806f9140c2d2777410d7a1.tar.gz",
        name: "fsdd.tar.gz", limit: 64 << 20, sha256: nil)
    ],
    unpacking: Unpacking(
      member: "recordings", strip: 1,
      listSHA256: "04e1baae96c6a26e39c623f2b01d0182ddae627ba0ac02a3cdc17ba2af99fd9b"))

  /// OpenSLR publishes MD5 digests. These SHA-256 digests are those of torchaudio.
  private static let libriSpeech = [
    ("dev-clean", "337 MB", 1 << 29, "76f87d090650617fca0cac8f88b9416e0ebf80350acb97b343a85fa903728ab3"),
    ("test-clean", "346 MB", 1 << 29, "39fde525e59672dc6d1551919b1478f724438a95aa55f874b576be21967e6c23"),
    ("train-clean-100", "6 GB", 8 << 30, "d4ddd1d5a6ab303066f14971d768ee43278a5f2a0aa43dc716b0e64ecbbbf6e2"),
  ].map { subset, size, limit, digest in
    RemoteDataset(
      name: "librispeech-\(subset)", summary: "read sentences, \(size), CC BY 4.0", folder: "librispeech",
      files: [
        RemoteFile(
          address: "https://www.openslr.org/resources/12/\(subset).tar.gz", name: "\(subset).tar.gz",
          limit: limit, sha256: digest)
      ],
      unpacking: Unpacking(member: "LibriSpeech/\(subset)", strip: 0))
  }
}
