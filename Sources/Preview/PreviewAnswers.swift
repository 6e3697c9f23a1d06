import FlyingFox
import Foundation

/// The answer to each request: a file of the site from memory, or what has changed.
struct PreviewAnswers: Sendable {
  /// Where pages ask for changes; no file of a site begins like it.
  static let changesPath = "/.galley/changes"

  let state: PreviewState

  func answer(_ request: HTTPRequest, rules: RequestRules) async -> HTTPResponse {
    let isAllowed = rules.allow(host: request.headers[.host], origin: request.headers[HTTPHeader("Origin")])
    guard isAllowed else {
      return text(.forbidden, "This preview answers only to its own address on this machine.")
    }
    guard request.method == .GET || request.method == .HEAD else {
      return text(.methodNotAllowed, "This preview can only be read.")
    }
    if request.path == Self.changesPath {
      return await changes(after: request.query["after"], of: request.query["page"])
    }
    if request.path == PreviewScript.path {
      return response(.ok, "text/javascript; charset=utf-8", Data(PreviewScript.source.utf8))
    }
    guard let name = RequestRules.fileName(ofPath: request.path), let data = state.file(name) else {
      return page(.notFound, Data(PreviewScript.missingPage.utf8), nil)
    }
    if name.hasSuffix(".html") { return page(.ok, data, name) }
    return response(.ok, RequestRules.contentType(of: name), data)
  }

  private func changes(after version: String?, of page: String?) async -> HTTPResponse {
    let name = page.flatMap { RequestRules.fileName(ofPath: $0) }
    let change = await state.change(after: version, of: name, timeout: .seconds(20))
    let data = (try? JSONEncoder().encode(change)) ?? Data()
    return response(.ok, "application/json", data)
  }

  /// A page with the script that listens for changes, which is no part of the site itself.
  private func page(_ status: HTTPStatusCode, _ html: Data, _ name: String?) -> HTTPResponse {
    let html = PreviewScript.page(
      String(decoding: html, as: UTF8.self), version: state.change(of: name).version)
    return response(status, "text/html; charset=utf-8", Data(html.utf8))
  }

  private func text(_ status: HTTPStatusCode, _ text: String) -> HTTPResponse {
    response(status, "text/plain; charset=utf-8", Data(text.utf8))
  }

  private func response(_ status: HTTPStatusCode, _ type: String, _ body: Data) -> HTTPResponse {
    HTTPResponse(
      statusCode: status,
      headers: [
        .contentType: type, .cacheControl: "no-store", HTTPHeader("X-Content-Type-Options"): "nosniff",
        HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
      ], body: body)
  }
}
