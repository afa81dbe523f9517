import AmendsPolicy

/// Why a file of weights cannot be used.
struct WeightsFault: Error {
  var reason: String
}

extension JointWeights {
  /// Reads weights.
  ///
  /// - Throws: `WeightsFault` with what is missing or wrong.
  init(json bytes: [UInt8]) throws(WeightsFault) {
    let root = WeightsObject(value: try Self.root(bytes), path: "")
    let block = try root.object("block")
    guard case .array(let rows)? = root.value["warnings"] else {
      throw WeightsFault(reason: "warnings is no list")
    }
    var warnings: [Warning] = []
    for row in rows {
      let warning = WeightsObject(value: row, path: "warnings.")
      warnings.append(
        Warning(
          rule: RuleID(rawValue: try warning.text("rule")), sum: try warning.sum(),
          threshold: try warning.number("from")))
    }
    self.init(
      adapter: try root.text("adapter"), block: try block.sum(),
      blockFrom: try block.number("from"), strictBlockFrom: try block.number("strict_from"),
      warnFrom: try block.number("warn_from"),
      contradictedBelow: try block.number("contradicted_below"),
      warnings: warnings)
  }

  private static func root(_ bytes: [UInt8]) throws(WeightsFault) -> JSONValue {
    do throws(JSONFault) {
      return try JSONReader.value(of: bytes)
    } catch {
      throw WeightsFault(reason: error.words)
    }
  }

  /// The weights as a file holds them.
  var json: JSONValue {
    [
      "adapter": .string(adapter),
      "block": .object(
        block.members + [
          .init(key: "from", value: .hundredths(blockFrom)),
          .init(key: "strict_from", value: .hundredths(strictBlockFrom)),
          .init(key: "warn_from", value: .hundredths(warnFrom)),
          .init(key: "contradicted_below", value: .hundredths(contradictedBelow)),
        ]),
      "warnings": .array(
        warnings.map { warning in
          .object(
            [.init(key: "rule", value: .string(warning.rule.rawValue))] + warning.sum.members
              + [.init(key: "from", value: .hundredths(warning.threshold))])
        }),
    ]
  }
}

extension JointWeights.Sum {
  fileprivate var members: [JSONValue.Member] {
    [("base", base), ("reader", reader), ("rules", rules), ("signs", signs)].map {
      .init(key: $0.0, value: .hundredths($0.1))
    }
  }
}

extension JSONValue {
  /// A number to two places.
  fileprivate static func hundredths(_ number: Double) -> JSONValue {
    .number("\((number * 100).rounded() / 100)")
  }
}

/// An object of a file of weights.
private struct WeightsObject {
  let value: JSONValue
  let path: String

  func object(_ key: String) throws(WeightsFault) -> WeightsObject {
    guard let inner = value[key], case .object = inner else {
      throw WeightsFault(reason: "\(path)\(key) is no object")
    }
    return WeightsObject(value: inner, path: "\(path)\(key).")
  }

  func text(_ key: String) throws(WeightsFault) -> String {
    guard case .string(let text)? = value[key] else {
      throw WeightsFault(reason: "\(path)\(key) is no text")
    }
    return text
  }

  func number(_ key: String) throws(WeightsFault) -> Double {
    guard case .number(let text)? = value[key], let number = Double(text), number.isFinite else {
      throw WeightsFault(reason: "\(path)\(key) is no number")
    }
    return number
  }

  func sum() throws(WeightsFault) -> JointWeights.Sum {
    JointWeights.Sum(
      base: try number("base"), reader: try number("reader"), rules: try number("rules"),
      signs: try number("signs"))
  }
}
