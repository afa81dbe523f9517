import AmendsPolicy

extension Finding {
  /// The finding as the lines of `check --jsonl` have it.
  var json: JSONValue { .object(members) }

  /// The finding with everything that a person would be shown.
  var fullJSON: JSONValue {
    .object(
      members + [
        JSONValue.Member(key: "title", value: .string(title)),
        JSONValue.Member(key: "rewrite", value: .string(rewrite)),
        JSONValue.Member(
          key: "source",
          value: [
            "title": .string(source.title), "url": .string(source.url),
            "checked": .string(source.checked),
          ]),
      ])
  }

  private var members: [JSONValue.Member] {
    [
      JSONValue.Member(key: "rule", value: .string(rule.rawValue)),
      JSONValue.Member(key: "ground", value: .string(origin.rawValue)),
      JSONValue.Member(key: "severity", value: .string(severity.rawValue)),
      JSONValue.Member(
        key: "ranges",
        value: .array(ranges.map { .array([.int($0.lowerBound), .int($0.upperBound)]) })),
      JSONValue.Member(key: "text", value: .string(why)),
    ]
  }
}

extension CommunicationCheck {
  /// The point as `check --json` has it.
  var json: JSONValue {
    [
      "point": .string(point.rawValue), "met": .bool(isMet),
      "missing": .text(isMet ? nil : point.advice),
    ]
  }
}
