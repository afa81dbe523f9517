import AmendsPolicy
import Delivery
import SMTP

/// Why a value is not taken.
struct SettingFault: Error {
  var reason: String
}

/// Reads the values of single settings.
enum SettingReader {
  static func text(_ value: Setting) throws(SettingFault) -> String {
    guard case .string(let text) = value else { throw wrong(value, "a text in quotes") }
    return text
  }

  static func names(_ value: Setting) throws(SettingFault) -> [String] {
    let form = "a list of names such as [\"Acme\", \"Harrowfinch\"]"
    guard case .array(let values) = value else { throw wrong(value, form) }
    return try values.map { (value) throws(SettingFault) in
      guard case .string(let name) = value, !name.isEmpty else { throw wrong(value, form) }
      return name
    }
  }

  static func number(_ value: Setting, in range: ClosedRange<Int>) throws(SettingFault) -> Int {
    let form = "a whole number from \(range.lowerBound) to \(range.upperBound)"
    guard case .int(let number) = value else { throw wrong(value, form) }
    guard range.contains(number) else {
      throw SettingFault(reason: "\(number) is not \(form)")
    }
    return number
  }

  static func flag(_ value: Setting) throws(SettingFault) -> Bool {
    guard case .bool(let flag) = value else { throw wrong(value, "true or false, without quotes") }
    return flag
  }

  static func choice<Choice: RawRepresentable & CaseIterable>(
    _ value: Setting,
    _ type: Choice.Type
  ) throws(SettingFault) -> Choice where Choice.RawValue == String {
    let names = type.allCases.map(\.rawValue)
    let text = try text(value)
    guard let choice = Choice(rawValue: text) else {
      throw SettingFault(
        reason: "“\(text)” is none of \(names.joined(separator: ", "))"
          + Suggestion.words(for: text, among: names))
    }
    return choice
  }

  static func quietHours(_ value: Setting) throws(SettingFault) -> QuietHours {
    let text = try text(value)
    if text == "none" { return .none }
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let from = minute(ends[0]), let to = minute(ends[1]), from != to else {
      throw SettingFault(
        reason: "“\(text)” is no span of hours: write it like 21-08 or 21:30-08, or none")
    }
    return QuietHours(from: from, to: to)
  }

  /// The minute of the day of `21` or `21:30`.
  private static func minute(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ (1...2).contains($0.utf8.count) }),
      let hour = Int(parts[0]), (0...23).contains(hour),
      let minute = parts.count == 2 ? Int(parts[1]) : 0, (0...59).contains(minute)
    else { return nil }
    return hour * 60 + minute
  }

  static func address(_ value: Setting) throws(SettingFault) -> MailAddress {
    let text = try text(value)
    do {
      return try MailAddress(text)
    } catch {
      throw SettingFault(reason: "“\(text)” \(error.inWords)")
    }
  }

  /// The name or the address of another machine.
  static func host(_ value: Setting) throws(SettingFault) -> String {
    let text = try text(value)
    guard (1...253).contains(text.utf8.count), text.utf8.allSatisfy(isPartOfHost) else {
      throw SettingFault(
        reason: "this is no host: write it like mail.example.com, without a port")
    }
    return text
  }

  private static func isPartOfHost(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: ":"):
      true
    default: false
    }
  }

  static func user(_ value: Setting) throws(SettingFault) -> UserName {
    guard let user = UserName(try text(value)) else {
      throw SettingFault(
        reason: "a name has 1 to 255 characters and no control character among them")
    }
    return user
  }

  /// Where a secret is; what is no such place is not repeated, as it may be the secret itself.
  static func secret(
    _ value: Setting,
    path: (String) -> String
  ) throws(SettingFault) -> SecretReference {
    let text = try text(value)
    do {
      return try SecretReference(text, path: path)
    } catch {
      throw SettingFault(reason: error.inWords)
    }
  }

  static func addresses(_ value: Setting) throws(SettingFault) -> [MailAddress] {
    var addresses: [MailAddress] = []
    for text in try texts(value, "a list of addresses such as [\"shop@example.com\"]") {
      addresses.append(try address(.string(text)))
    }
    return addresses
  }

  static func keys(_ value: Setting) throws(SettingFault) -> [String] {
    try texts(value, "a list of keys such as [\"ctrl-s\", \"f5\"]")
  }

  /// One text, or a list of texts.
  private static func texts(_ value: Setting, _ form: String) throws(SettingFault) -> [String] {
    if case .string(let text) = value { return [text] }
    guard case .array(let values) = value else { throw wrong(value, form) }
    var texts: [String] = []
    for value in values {
      guard case .string(let text) = value else { throw wrong(value, form) }
      texts.append(text)
    }
    return texts
  }

  private static func wrong(_ value: Setting, _ wanted: String) -> SettingFault {
    SettingFault(reason: "this is \(value.kind); expected \(wanted)")
  }
}
