import Foundation

/// Answers a request with a file of the site from memory, or with a change.
struct PreviewAnswers: Sendable {
  /// The path at which pages ask for changes. No file of a site has such a path.
  static let changesPath = "/.galley/changes"

  let state: PreviewState

  func answer(_ request: Request, rules: RequestRules) async -> Response {
    guard rules.allow(host: request.header("Host"), origin: request.header("Origin")) else {
      return Response(.forbidden, "This preview answers only to its own address on this machine.")
    }
    guard request.method == "GET" || request.method == "HEAD" else {
      return Response(.methodNotAllowed, "This preview can only be read.")
    }
    if request.path == Self.changesPath {
      return await changes(after: request.parameter("after"), of: request.parameter("page"))
    }
    if request.path == PreviewScript.path {
      return Response(
        status: .ok, type: "text/javascript; charset=utf-8", body: Data(PreviewScript.source.utf8))
    }
    guard let name = RequestRules.fileName(ofPath: request.path), let data = state.file(name) else {
      return page(.notFound, Data(PreviewScript.missingPage.utf8), nil)
    }
    if name.hasSuffix(".html") { return page(.ok, data, name) }
    return Response(status: .ok, type: RequestRules.contentType(of: name), body: data)
  }

  private func changes(after version: String?, of page: String?) async -> Response {
    let name = page.flatMap { RequestRules.fileName(ofPath: $0) }
    let change = await state.change(after: version, of: name, timeout: .seconds(20))
    let data = (try? JSONEncoder().encode(change)) ?? Data()
    return Response(status: .ok, type: "application/json", body: data)
  }

  /// A page with the script that listens for changes. The script is not part of the site itself.
  private func page(_ status: Response.Status, _ html: Data, _ name: String?) -> Response {
    let html = PreviewScript.page(
      String(decoding: html, as: UTF8.self), version: state.change(of: name).version)
    return Response(status: status, type: "text/html; charset=utf-8", body: Data(html.utf8))
  }
}
