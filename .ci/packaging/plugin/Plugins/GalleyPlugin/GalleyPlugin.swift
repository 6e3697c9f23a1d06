import Foundation
import PackagePlugin

/// `swift package galley …`: runs the installed program in the folder of the package.
@main
struct GalleyPlugin: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) throws {
    let galley = Process()
    galley.executableURL = try context.tool(named: "galley").url
    galley.arguments = arguments
    galley.currentDirectoryURL = context.package.directoryURL
    try galley.run()
    galley.waitUntilExit()
    if galley.terminationStatus != 0 { exit(galley.terminationStatus) }
  }
}
