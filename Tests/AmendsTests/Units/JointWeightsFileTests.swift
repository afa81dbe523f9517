import AmendsPolicy
import Testing

@testable import Amends

@Suite("The file of weights")
struct JointWeightsFileTests {
  private static let weights = JointWeights(
    adapter: "00ff",
    block: JointWeights.Sum(base: -1.25, reader: 0.5, rules: 0.25, signs: 0.1), blockFrom: 2.5,
    strictBlockFrom: 1.5, warnFrom: 0.75, contradictedBelow: -0.5,
    warnings: [
      JointWeights.Warning(
        rule: "ask.removal",
        sum: JointWeights.Sum(base: -3, reader: 1.01, rules: 2.99, signs: 0), threshold: 1.75),
      JointWeights.Warning(rule: "no.remedy", sum: JointWeights.Sum(reader: 1), threshold: 0),
    ])

  /// Every member with what is said where it is missing or of another kind.
  private static let members =
    [
      ("adapter", "adapter is no text"), ("block", "block is no object"),
      ("warnings", "warnings is no list"), ("warnings.rule", "warnings.rule is no text"),
    ] + numbers.map { ($0, "\($0) is no number") }

  private static let numbers = [
    "block.base", "block.reader", "block.rules", "block.signs", "block.from", "block.strict_from",
    "block.warn_from", "block.contradicted_below", "warnings.base",
    "warnings.reader",
    "warnings.rules", "warnings.signs", "warnings.from",
  ]

  @Test("what is written is read as it was")
  func roundTrip() throws {
    let read = try JointWeights(json: Self.bytes(Self.weights.json))
    #expect(read == Self.weights)
  }

  @Test("it is one line of JSON, with numbers to two places")
  func text() {
    var weights = Self.weights
    weights.blockFrom = 2.4951
    weights.warnings = []
    #expect(
      weights.json.text == """
        {"adapter":"00ff","block":{"base":-1.25,"reader":0.5,"rules":0.25,"signs":0.1,\
        "from":2.5,"strict_from":1.5,"warn_from":0.75,\
        "contradicted_below":-0.5},"warnings":[]}
        """)
  }

  @Test("whatever is missing is named", arguments: JointWeightsFileTests.members)
  func missing(_ path: String, _ words: String) {
    #expect(fault(path, nil) == words)
  }

  @Test("whatever is of another kind is named", arguments: JointWeightsFileTests.members)
  func wrong(_ path: String, _ words: String) {
    for value in [JSONValue.null, .bool(true)] { #expect(fault(path, value) == words) }
  }

  @Test(
    "a number in quotes, and one that is too large, is none",
    arguments: JointWeightsFileTests.numbers)
  func noNumber(_ path: String) {
    for value in [JSONValue.string("1"), .number("1e999")] {
      #expect(fault(path, value) == "\(path) is no number")
    }
  }

  @Test("a number is no text, and no warning")
  func noText() {
    #expect(fault("adapter", .int(7)) == "adapter is no text")
    #expect(fault("warnings.rule", .int(7)) == "warnings.rule is no text")
    #expect(fault("warnings", .array([.int(7)])) == "warnings.rule is no text")
  }

  @Test("what is no JSON, and no object, is refused", arguments: ["", "{", "[]", "7", "{}"])
  func noObject(_ text: String) {
    let error = #expect(throws: WeightsFault.self) { try JointWeights(json: Array(text.utf8)) }
    let isJSON = text.count == 2 || text == "7"
    #expect(
      error?.reason.hasPrefix(isJSON ? "block is no object" : "not valid JSON at byte ") == true)
  }

  @Test("the program's own weights can be read, and belong to the adapter that it carries")
  func shipped() throws {
    _ = try JointWeights(json: ReaderFiles.weights)
    #expect(SmallModel.fits)
  }

  @Test("the program's own thresholds stand in their order")
  func thresholds() throws {
    let weights = try InstalledModel.weights()
    #expect(weights.strictBlockFrom <= weights.blockFrom)
    #expect(weights.contradictedBelow < weights.warnFrom)
  }

  private static func bytes(_ json: JSONValue) -> [UInt8] { Array(json.text.utf8) }

  /// What is said of a file in which a member has another value, or is left out.
  private func fault(_ path: String, _ value: JSONValue?) -> String? {
    let keys = path.split(separator: ".").map { String($0) }
    let changed = Self.weights.json.with(keys[...], value)
    let error = #expect(throws: WeightsFault.self) {
      try JointWeights(json: Self.bytes(changed))
    }
    return error?.reason
  }
}

extension JSONValue {
  /// The same with another value behind some keys, or without it; a list stands for all that is in it.
  fileprivate func with(_ keys: ArraySlice<String>, _ value: JSONValue?) -> JSONValue {
    switch self {
    case .array(let values): .array(values.map { $0.with(keys, value) })
    case .object(let members):
      .object(
        members.compactMap { member in
          guard member.key == keys.first else { return member }
          let changed = keys.count == 1 ? value : member.value.with(keys.dropFirst(), value)
          return changed.map { Member(key: member.key, value: $0) }
        })
    default: self
    }
  }
}
