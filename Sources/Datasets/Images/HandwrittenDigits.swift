/// Digits for a chapter that has to run with data and without.
public enum HandwrittenDigits {
  /// MNIST when `GALLEY_DATA` is set (an error when it is not there), else drawn digits, one in six for the test.
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
