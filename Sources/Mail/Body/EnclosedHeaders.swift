/// Finds the headers of messages that are enclosed in another, and of the reports about them.
struct EnclosedHeaders {
  private static let most = 20
  private let limits: MailLimits

  init(_ limits: MailLimits) { self.limits = limits }

  /// The headers in the order in which they stand.
  func all(in part: Part) -> [MailHeader] { Array(find(part).prefix(Self.most)) }

  private func find(_ part: Part) -> [MailHeader] {
    switch part.media.name {
    case "message/rfc822", "message/global", "text/rfc822-headers":
      Array(blocks(of: part).prefix(1))
    case "message/delivery-status": blocks(of: part)
    default: part.parts.flatMap(find)
    }
  }

  /// The blocks of fields of a part, parted by empty lines.
  private func blocks(of part: Part) -> [MailHeader] {
    var rest = part.unpacked(most: limits.header).bytes[...]
    var found: [MailHeader] = []
    while !rest.isEmpty, found.count < Self.most {
      var reader = HeaderReader(limits)
      rest = reader.read(rest)
      if !reader.header.fields.isEmpty { found.append(reader.header) }
      if reader.remarks.contains(.headerBroken) { break }
    }
    return found
  }
}
