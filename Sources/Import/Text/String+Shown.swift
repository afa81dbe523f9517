extension String {
  /// The text fit for a message: one line, cut after so many characters, controls made visible as U+FFFD.
  func shown(limit: Int = 60) -> String {
    var line = ""
    var count = 0
    for scalar in unicodeScalars {
      if count == limit { return line + "…" }
      line.unicodeScalars.append(scalar.isPrintable ? scalar : "\u{FFFD}")
      count += 1
    }
    return line
  }

  /// The text as a value within a message.
  var quoted: String { "\"\(shown(limit: 40))\"" }
}

extension Unicode.Scalar {
  fileprivate var isPrintable: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned,
      .privateUse:
      false
    default: true
    }
  }
}
