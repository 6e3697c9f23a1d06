import Foundation

/// Files that a repository with a book has besides the book: a workflow that builds, checks and publishes it, and tasks
/// for editors.
struct ProjectFiles {
  /// The root of the repository: the nearest folder with a `.git`, or else the package around the book, or the book.
  private let root: URL
  /// The folder of the book below the root; `.` for the root itself.
  private let book: String

  /// The files for the book in `folder`, which may be about a package.
  init(book folder: String, package: String? = nil) {
    let folder = URL(fileURLWithPath: folder).standardizedFileURL
    var root = folder
    while !FileManager.default.fileExists(atPath: root.appending(path: ".git").path), root.path != "/" {
      root.deleteLastPathComponent()
    }
    if root.path == "/" {
      let package = package.map { URL(fileURLWithPath: $0).standardizedFileURL } ?? folder
      root = folder.pathComponents.starts(with: package.pathComponents) ? package : folder
    }
    self.root = root
    let rest = folder.pathComponents.dropFirst(root.pathComponents.count)
    book = rest.isEmpty ? "." : rest.joined(separator: "/")
  }

  /// Writes the files that are not there yet, and returns their paths.
  func write() throws -> [String] {
    var written: [String] = []
    for (name, text) in [(".github/workflows/book.yml", workflow), (".vscode/tasks.json", tasks)] {
      let file = root.appending(path: name)
      if FileManager.default.fileExists(atPath: file.path) { continue }
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      written.append(file.path)
    }
    return written
  }

  /// The argument that names the book in a command; empty for the root.
  private var argument: String { book == "." ? "" : " '\(book)'" }

  private var workflow: String {
    """
    # Checks the book, builds it, and publishes it on GitHub Pages.
    #
    # The variable GALLEY_ARCHIVE of the repository is the address of an archive that 'make dist' of galley made.
    # Under Settings, Pages, the source has to be "GitHub Actions".
    name: Book

    on:
      push:
        branches: [main]
      pull_request:
      workflow_dispatch:

    permissions:
      contents: read

    jobs:
      book:
        name: Check and build
        runs-on: ubuntu-latest
        container: swift:6.3-bookworm
        steps:
          - uses: actions/checkout@v4
          - name: Install galley
            env:
              GALLEY_ARCHIVE: ${{ vars.GALLEY_ARCHIVE }}
            run: |
              apt-get update
              apt-get install --yes --no-install-recommends ca-certificates curl
              curl --fail --silent --show-error --location "${GALLEY_ARCHIVE:?is not set}" --output galley.tar.gz
              tar -x -f galley.tar.gz -C /usr/local --strip-components=1
              rm galley.tar.gz
              apt-get install --yes --no-install-recommends $(galley doctor --packages)
          - run: galley check\(argument)
          - run: galley build\(argument)
          - uses: actions/upload-pages-artifact@v3
            with:
              path: \(book == "." ? "" : book + "/")site/public

      publish:
        name: Publish
        if: github.event_name != 'pull_request' && github.ref_name == github.event.repository.default_branch
        needs: book
        runs-on: ubuntu-latest
        permissions:
          pages: write
          id-token: write
        environment:
          name: github-pages
          url: ${{ steps.publish.outputs.page_url }}
        steps:
          - id: publish
            uses: actions/deploy-pages@v4

    """
  }

  private var tasks: String {
    """
    {
      "version": "2.0.0",
      "tasks": [
    \(task("check the book", "check", group: "test")),
    \(task("build the book", "build", group: "build")),
        {
          "label": "show the book",
          "type": "process",
          "command": "galley",
          "args": ["serve"\(json)],
          "isBackground": true,
          "problemMatcher": \(matcher(background: true))
        }
      ]
    }

    """
  }

  private var json: String { book == "." ? "" : ", \(book.debugDescription)" }

  private func task(_ label: String, _ command: String, group: String) -> String {
    """
        {
          "label": "\(label)",
          "type": "process",
          "command": "galley",
          "args": ["\(command)"\(json)],
          "group": "\(group)",
          "problemMatcher": \(matcher(background: false))
        }
    """
  }

  /// How an editor reads messages: `Chapters/01-a.md:4:12: error: …`.
  private func matcher(background: Bool) -> String {
    let folder = book == "." ? "${workspaceFolder}" : "${workspaceFolder}/\(book)"
    let watching = """
      ,
              "background": {
                "activeOnStart": true,
                "beginsPattern": "^http://",
                "endsPattern": "built in|not built after"
              }
      """
    return """
      {
              "owner": "galley",
              "fileLocation": ["relative", \(folder.debugDescription)],
              "pattern": {
                "regexp": "^(.+?):(\\\\d+):(?:(\\\\d+):)? (error|warning|note): (.*)$",
                "file": 1,
                "line": 2,
                "column": 3,
                "severity": 4,
                "message": 5
              }\(background ? watching : "")
            }
      """
  }
}
