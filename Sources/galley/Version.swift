import Installation
import Runner

/// The version that `galley --version` prints.
enum Version {
  static let number = "0.1.0"

  /// The number, the commit that the program was built from, and the compiler of its modules, as far as they are known.
  static func text(of installation: Installation = .current) async -> String {
    var origin = installation.commit.map { ["commit \($0)"] } ?? []
    let built = installation.builtModules.flatMap(ModuleLibrary.compiler)
    if let built { origin.append(built) }
    if built == nil, let compiler = try? await Toolchain.find()?.version() { origin.append(compiler) }
    return number + (origin.isEmpty ? "" : " (\(origin.joined(separator: ", ")))")
  }
}
