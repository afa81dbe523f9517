/// A text as a careless eye takes it: what only looks like a Latin letter is one, and nothing has capitals.
public enum PlainSight {
  /// The text in small Latin letters, signs and spaces; what looks like neither is `?`.
  public static func of(_ text: some StringProtocol) -> String {
    var seen: [UInt8] = []
    for scalar in text.unicodeScalars {
      // Some letters, such as the sign for kelvin, have small letters of ASCII.
      let small = scalar.properties.lowercaseMapping.utf8
      if let byte = small.first, small.count == 1 {
        seen.append(byte)
      } else {
        append(ScalarFold(scalar.value), to: &seen)
      }
    }
    return String(decoding: seen, as: UTF8.self)
  }

  private static func append(_ fold: ScalarFold, to seen: inout [UInt8]) {
    switch fold {
    case .one(let byte): seen.append(byte < 0x80 ? byte : UInt8(ascii: "?"))
    case .two(let first, let second): seen += [first, second]
    case .capital(let byte): seen.append(byte)
    case .nothing: break
    }
  }
}
