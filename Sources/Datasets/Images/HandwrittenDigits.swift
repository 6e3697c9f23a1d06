/// Digits for a chapter that must run both with and without data.
public enum HandwrittenDigits {
  /// Reads MNIST if `GALLEY_DATA` is set, and throws an error if it is not there. Otherwise it draws digits and uses
  /// one in six for the test.
  public static func available(
    drawnCount: Int, seed: UInt64
  ) throws(DatasetError) -> (training: LabelledImages, test: LabelledImages) {
    if DataFolder.fromEnvironment != nil {
      let digits = try MNIST()
      return (digits.training, digits.test)
    }
    let images = DrawnDigits(count: drawnCount, seed: seed).images
    let (training, test) = images.split(at: drawnCount - drawnCount / 6)
    return (training, test)
  }
}
