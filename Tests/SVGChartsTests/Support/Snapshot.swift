import Foundation
import Testing

@testable import SVGCharts

/// Compares a text with the one stored beside the tests. A missing text is recorded and fails the test, so that
/// somebody looks at it.
func expectSnapshot(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Snapshots")
  let file = folder.appendingPathComponent(name)
  guard FileManager.default.fileExists(atPath: file.path) else {
    try text.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("recorded \(name); look at it, then run again", sourceLocation: sourceLocation)
    return
  }
  let stored = try String(contentsOf: file, encoding: .utf8)
  guard stored != text else { return }
  let (old, new) = (stored.components(separatedBy: "\n"), text.components(separatedBy: "\n"))
  let line =
    zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
  let was = old.indices.contains(line) ? old[line] : "(end)"
  let now = new.indices.contains(line) ? new[line] : "(end)"
  Issue.record("\(name):\(line + 1) was: \(was)\nnow: \(now)", sourceLocation: sourceLocation)
}

/// A scene as lines of text, with the place and the paint of each mark.
func outline(_ scene: Scene) -> String {
  var lines = ["scene \(number(scene.width)) × \(number(scene.height))", "title: \(scene.title)"]
  lines.append("description: \(scene.description)")
  for clip in scene.clips { lines.append("clip \(rectangle(clip))") }
  for node in scene.nodes { add(node, depth: 0, to: &lines) }
  return lines.joined(separator: "\n") + "\n"
}

private func number(_ value: Double) -> String { SVGNumber.text(value) }

private func point(_ point: Point) -> String { number(point.x) + "," + number(point.y) }

private func rectangle(_ frame: Rectangle) -> String {
  "\(number(frame.x)),\(number(frame.y)) \(number(frame.width)) × \(number(frame.height))"
}

private func paint(_ paint: ScenePaint) -> String {
  var words: [String] = []
  if let fill = paint.fill { words.append("fill \(fill)") }
  if let stroke = paint.stroke { words.append("stroke \(stroke) \(paint.strokeWidth.map(number) ?? "")") }
  if !paint.dash.isEmpty { words.append("dash \(paint.dash.map(number).joined(separator: " "))") }
  if let opacity = paint.opacity { words.append("opacity \(number(opacity))") }
  return words.isEmpty ? "" : " [" + words.joined(separator: ", ") + "]"
}

private func path(_ path: PathData) -> String {
  path.commands.map { command in
    switch command {
    case .move(let to): "M " + point(to)
    case .line(let to): point(to)
    case .curve(let first, let second, let to): "C \(point(first)) \(point(second)) \(point(to))"
    case .close: "Z"
    case .rectangle(let frame): "□ \(rectangle(frame))"
    }
  }.joined(separator: " ")
}

private func add(_ node: SceneNode, depth: Int, to lines: inout [String]) {
  let indent = String(repeating: "  ", count: depth)
  switch node {
  case .group(let group):
    guard !group.children.isEmpty else { return }
    var line = indent + group.role
    if let clip = group.clip { line += " (clip \(clip))" }
    if group.offset != Point(x: 0, y: 0) { line += " moved by \(point(group.offset))" }
    for attribute in group.data { line += " \(attribute.name)=\(attribute.value.debugDescription)" }
    lines.append(line)
    for child in group.children { add(child, depth: depth + 1, to: &lines) }
  case .path(let data, let style, let title):
    lines.append(indent + "path \(path(data))" + paint(style) + (title.map { " “\($0)”" } ?? ""))
  case .rectangle(let frame, let style, _, let title):
    lines.append(indent + "rectangle \(rectangle(frame))" + paint(style) + (title.map { " “\($0)”" } ?? ""))
  case .text(let text):
    lines.append(indent + "\(text.role) “\(text.text)” \(text.anchor) \(point(text.position))")
  case .pictures(let pictures):
    for picture in pictures {
      lines.append(
        indent + "picture \(picture.image.width) × \(picture.image.height) at \(rectangle(picture.frame))")
    }
  }
}
