import Caching
import Foundation
import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// Draws diagrams with Graphviz at build time.
struct DiagramRenderer: Sendable {
  var cache: ContentCache?

  /// The reason why a diagram cannot be drawn.
  struct DiagramError: Error, Equatable {
    var message: String
  }

  /// Draws a diagram in Graphviz's language as SVG with the colours of the page.
  func svg(_ source: String) async throws(DiagramError) -> String {
    if let svg = cache?.value("diagram", of: [source], as: String.self) { return svg }
    let svg = Self.adapted(try await draw(source))
    cache?.keep(svg, "diagram", of: [source])
    return svg
  }

  private func draw(_ source: String) async throws(DiagramError) -> String {
    let style = [
      "-Gbgcolor=transparent", "-Gfontname=Helvetica", "-Nfontname=Helvetica", "-Efontname=Helvetica",
      "-Nfontsize=13", "-Efontsize=12", "-Nshape=box", "-Nstyle=rounded", "-Nmargin=0.18,0.08",
      "-Earrowsize=0.7",
    ]
    do {
      let result = try await Subprocess.run(
        .name("dot"), arguments: Arguments(["-Tsvg"] + style), input: .string(source),
        output: .string(limit: 4 << 20), error: .string(limit: 64 << 10))
      guard result.terminationStatus.isSuccess else {
        let message = result.standardError.split(separator: "\n").first.map(String.init) ?? "Graphviz failed"
        throw DiagramError(message: message.replacing("Error: <stdin>: ", with: ""))
      }
      return result.standardOutput
    } catch let error as DiagramError {
      throw error
    } catch {
      throw DiagramError(message: "Graphviz's 'dot' cannot be run; install the package graphviz")
    }
  }

  /// Removes the prolog and comments, which name a version, and ids, which would clash on a page. Replaces black
  /// with the text colour.
  static func adapted(_ svg: String) -> String {
    var svg = svg
    if let start = svg.range(of: "<svg") { svg = String(svg[start.lowerBound...]) }
    svg = svg.replacing(/<!--(?s:.*?)-->\n?/, with: "")
      .replacing(/<title>[^<]*<\/title>\n?/, with: "")
      .replacing(/\sid="[^"]*"/, with: "")
      .replacing("stroke=\"black\"", with: "stroke=\"currentColor\"")
      .replacing("fill=\"black\"", with: "fill=\"currentColor\"")
      .replacing("<text ", with: "<text fill=\"currentColor\" ")
      .replacing("<svg ", with: "<svg aria-hidden=\"true\" ")
    return svg.trimmingCharacters(in: .newlines)
  }
}
