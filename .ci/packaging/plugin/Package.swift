// swift-tools-version: 6.0
import PackageDescription

// macOS runs plugins in a sandbox, so there galley has to ask for what it does.
#if os(macOS)
  let permissions: [PluginPermission] = [
    .writeToPackageDirectory(reason: "galley writes the site, new books and what it keeps of runs."),
    .allowNetworkConnections(scope: .local(), reason: "galley serve shows the book in a browser."),
  ]
#else
  let permissions: [PluginPermission] = []
#endif

let package = Package(
  name: "galley",
  products: [.plugin(name: "GalleyPlugin", targets: ["GalleyPlugin"])],
  targets: [
    .plugin(
      name: "GalleyPlugin",
      capability: .command(
        intent: .custom(verb: "galley", description: "Run, check and build the book of this package."),
        permissions: permissions),
      dependencies: ["galley"]),
    .binaryTarget(name: "galley", path: "galley.artifactbundle"),
  ]
)
