import Foundation

/// The compiler's options with which SwiftPM built a module, as far as code that imports the module needs them.
enum BuildFlags {
  /// The options for importing everything that `module` links.
  ///
  /// - Parameters:
  ///   - build: The build folder, with SwiftPM's own list of commands.
  ///   - products: The folder of the built products, with the programs that expand macros.
  static func flags(of module: String, in build: String, _ products: String) -> [String] {
    let commands = readText(build + "/release.yaml")
    let line = commands.split(separator: "\n").first {
      // The command that links the module has the same name in it, but no options for imports.
      $0.contains("\"-module-name\",\"\(module)\"") && $0.contains("\"-emit-module-path\"")
        && $0.drop { $0 == " " }.hasPrefix("args:")
    }
    let arguments = line.flatMap { line in
      line.firstIndex(of: "[").flatMap { start in
        try? JSONDecoder().decode([String].self, from: Data(line[start...].utf8))
      }
    }
    return imports(in: arguments ?? []) + macros(in: products)
  }

  /// The options that name module maps and folders of headers.
  static func imports(in arguments: [String]) -> [String] {
    var flags: [String] = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "-Xcc":
        guard let option = rest.popFirst() else { break }
        if option == "-I" || option == "-isystem" {
          // The folder follows, after another '-Xcc'.
          flags += [argument, option] + rest.prefix(2)
          rest = rest.dropFirst(2)
        } else if option.hasPrefix("-fmodule-map-file=") || option.hasPrefix("-I") || option.hasPrefix("-D") {
          flags += [argument, option]
        }
      case "-I":
        guard let folder = rest.popFirst() else { break }
        flags += [argument, folder]
      case _ where argument.hasPrefix("-I"): flags.append(argument)
      default: break
      }
    }
    return flags
  }

  /// The programs that expand macros. SwiftPM names each after its module.
  private static func macros(in products: String) -> [String] {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: products)) ?? []).sorted()
    return names.filter { $0.hasSuffix("-tool") }.flatMap { name in
      ["-load-plugin-executable", "\(products)/\(name)#\(name.dropLast("-tool".count))"]
    }
  }
}
