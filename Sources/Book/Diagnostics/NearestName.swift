/// The name in `names` that `name` most likely misspells; nil when none is similar.
package func nearestName(to name: String, among names: some Collection<String>) -> String? {
  // A name this long is not a misspelling, and the comparison would be slow.
  if name.utf8.count > 200 { return nil }
  return
    names
    .map { (name: $0, distance: editDistance(name.lowercased(), $0.lowercased())) }
    .filter { $0.distance <= max(1, $0.name.count / 3) }
    .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?
    .name
}

/// The least number of insertions, deletions, replacements and swaps of neighbours between two words.
private func editDistance(_ left: String, _ right: String) -> Int {
  let left = Array(left)
  let right = Array(right)
  var rows = [Array(0...right.count)]
  for i in left.indices {
    var row = [i + 1]
    for j in right.indices {
      let replaced = rows[i][j] + (left[i] == right[j] ? 0 : 1)
      var distance = min(replaced, rows[i][j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        distance = min(distance, rows[i - 1][j - 1] + 1)
      }
      row.append(distance)
    }
    rows.append(row)
  }
  return rows[left.count][right.count]
}
