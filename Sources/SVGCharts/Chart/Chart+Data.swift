extension Chart {
  /// The data as CSV (RFC 4180): a header, then a line for each datum. Numbers read back as the same double;
  /// NaN and infinities are written as "NaN", "inf" and "-inf". Contours and pictures are left out.
  public var csv: String {
    let table = DataTable(self)
    var text = table.header.map(Chart.csvField).joined(separator: ",") + "\r\n"
    for row in table.rows {
      for (index, datum) in row.enumerated() {
        if index > 0 { text += "," }
        switch datum {
        case .number(let number): text += NumberText.plain(number)
        case .category(let name): text += Chart.csvField(name)
        case nil: break
        }
      }
      text += "\r\n"
    }
    return text
  }

  /// The data as JSON: title, description, and an array of rows with a member for each label. NaN and
  /// infinities are null, because JSON cannot represent them.
  public var json: String {
    let table = DataTable(self)
    let names = table.header.map(Chart.jsonText)
    var text = "{\"title\":" + Chart.jsonText(accessibilityLabel)
    text += ",\"description\":" + Chart.jsonText(accessibilityDescription) + ",\"rows\":["
    for (number, row) in table.rows.enumerated() {
      text += number > 0 ? ",\n{" : "\n{"
      var isFirst = true
      for (name, datum) in zip(names, row) {
        guard let datum else { continue }
        if !isFirst { text += "," }
        isFirst = false
        text += name + ":"
        switch datum {
        case .number(let number): text += number.isFinite ? NumberText.plain(number) : "null"
        case .category(let category): text += Chart.jsonText(category)
        }
      }
      text += "}"
    }
    return text + "]}\n"
  }

  private static func csvField(_ field: String) -> String {
    guard field.utf8.contains(where: { $0 == 0x22 || $0 == 0x2c || $0 == 0x0a || $0 == 0x0d }) else {
      return field
    }
    var text = "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { text += "\"" }
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }

  private static func jsonText(_ value: String) -> String {
    var text = "\""
    for scalar in value.unicodeScalars {
      switch scalar.value {
      case 0x22: text += "\\\""
      case 0x5c: text += "\\\\"
      case 0x0a: text += "\\n"
      case 0x0d: text += "\\r"
      case 0x09: text += "\\t"
      case 0x00..<0x20, 0x2028, 0x2029:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
