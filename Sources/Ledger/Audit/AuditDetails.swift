/// What belongs to an act beside its object: figures, names of rules, sums, numbers; never a person's data.
public struct AuditDetails: Hashable, Sendable {
  /// The names that the desk itself uses.
  public enum Field: String, Sendable {
    case accepted, added, attempt, broke, channel, changed, draft, drafts, facts, from, kind, limits
    case notes, packs, permit, policy, proactive, profile, program, reader, reason, replies, review
    case reviews, rows, to, unchanged, what
    /// Whether the customer was unknown before.
    case isNew = "new"
    /// When a reply leaves at the earliest.
    case leavesAt = "leaves-at"
    /// The `Message-ID` of the mail.
    case messageID = "message-id"
    /// The SHA-256 sum of the frozen text, in UTF-8, in hexadecimal digits.
    case textSum = "text-sha256"
  }

  private var values: [String: String]

  /// No details.
  public init() { values = [:] }

  /// The value of a field.
  public subscript(field: Field) -> String? {
    get { values[field.rawValue] }
    set { values[field.rawValue] = newValue }
  }

  /// Adds those of another, which win.
  public mutating func add(_ other: AuditDetails) {
    values.merge(other.values) { $1 }
  }

  /// The names with their values, in order of name.
  public var ordered: [(name: String, value: String)] {
    values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

extension AuditDetails: ExpressibleByDictionaryLiteral {
  /// Details in the order of the code; those without a value are left out.
  public init(dictionaryLiteral elements: (Field, String?)...) {
    self.init()
    for (field, value) in elements { self[field] = value }
  }
}

extension AuditDetails {
  /// The one way of writing them: a line `name=value` for each, in order of name; within values `\` stands
  /// before itself and, as `\n`, for a line break.
  public var canonical: String {
    ordered.map { "\($0.name)=\(Self.escaped($0.value))\n" }.joined()
  }

  /// Reads what ``canonical`` writes.
  public init(canonical text: String) {
    self.init()
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { values[String(parts[0])] = Self.plain(parts[1]) }
    }
  }

  private static func escaped(_ value: String) -> String {
    var text = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private static func plain(_ value: Substring) -> String {
    var text = ""
    var isEscaped = false
    for scalar in value.unicodeScalars {
      if isEscaped {
        text.unicodeScalars.append(scalar == "n" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
