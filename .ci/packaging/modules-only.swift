import Foundation

// Stands at the end of the manifest in an installation, which has the sources of the modules for chapters only, so that
// another compiler can build them. They need none of the dependencies.
package.dependencies = []
package.products.removeAll { $0.name == "galley" }
package.targets.removeAll { target in
  let folder = target.path ?? "\(target.isTest ? "Tests" : "Sources")/\(target.name)"
  return !FileManager.default.fileExists(atPath: Context.packageDirectory + "/" + folder)
}
