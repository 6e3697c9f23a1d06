import ArgumentParser

/// `galley doctor`
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "List what is missing on this machine, and how to install it.")

  @Flag(help: "Print only the names of the system packages that are missing, for a package manager.")
  var packages = false

  func run() async throws {
    if packages {
      return print(Self.packages(of: await Requirement.all().filter { !$0.isMet }).joined(separator: " "))
    }
    print("galley \(await Version.text())")
    let all = await Requirement.all()
    for requirement in all {
      print(
        "\(requirement.isMet ? "ok     " : requirement.isNeeded ? "missing" : "without") \(requirement.name)")
      if let reason = requirement.reason { print("        \(reason)") }
      if !requirement.isMet, case .text(let text) = requirement.remedy { print("        \(text)") }
    }
    let missing = all.filter { !$0.isMet }
    let names = Self.packages(of: missing)
    if !names.isEmpty {
      print("To install what is missing:\n  \(Self.installer) \(names.joined(separator: " "))")
    }
    if missing.contains(where: \.isNeeded) { throw ExitCode.failedCheck }
  }

  #if os(Linux)
    private static let installer = "sudo apt-get install --no-install-recommends"
  #else
    private static let installer = "brew install"
  #endif

  private static func packages(of missing: [Requirement]) -> [String] {
    missing.compactMap { requirement in
      guard case .package(let debian, let brew) = requirement.remedy else { return nil }
      #if os(Linux)
        return debian
      #else
        return brew
      #endif
    }
  }
}
