/// The text that a person would read of a message: plain text where there is any, else what its markup shows.
struct PartText {
  /// A text, and whether it was written as one.
  struct Found {
    var text: String
    var isPlain: Bool

    var isBlank: Bool { text.allSatisfy(\.isWhitespace) }
  }

  private let limits: MailLimits
  private(set) var remarks: [MailRemark] = []

  init(_ limits: MailLimits) { self.limits = limits }

  /// The text of a part and of all within it; `nil` where there is none to read.
  mutating func text(of part: Part) -> Found? {
    if part.isAttachment { return nil }
    switch part.media.name {
    case "text/plain": return plain(part)
    case "text/html": return markup(part)
    case "multipart/alternative": return best(of: part.parts.compactMap { text(of: $0) })
    case "multipart/related", "multipart/signed": return first(of: part.parts)
    default: return part.media.type == "multipart" ? all(of: part.parts) : nil
    }
  }

  private func best(of found: [Found]) -> Found? {
    found.first { $0.isPlain && !$0.isBlank } ?? found.first { !$0.isBlank } ?? found.first
  }

  private mutating func first(of parts: [Part]) -> Found? {
    for part in parts {
      if let found = text(of: part) { return found }
    }
    return nil
  }

  /// Texts one behind the other, as some programs write around pictures.
  private mutating func all(of parts: [Part]) -> Found? {
    let found = parts.compactMap { text(of: $0) }
    let written = found.filter { !$0.isBlank }
    guard written.count > 1 else { return written.first ?? found.first }
    return Found(
      text: written.map(\.text).joined(separator: "\n"),
      isPlain: written.contains { $0.isPlain })
  }

  private mutating func plain(_ part: Part) -> Found {
    Found(text: decoded(part, most: limits.text), isPlain: true)
  }

  private mutating func markup(_ part: Part) -> Found {
    let markup = decoded(part, most: limits.markup)
    let (text, isCut) = HTMLReader.text(of: Array(markup.utf8)[...], most: limits.text)
    if isCut { note(.textCut) }
    return Found(text: text, isPlain: false)
  }

  private mutating func decoded(_ part: Part, most: Int) -> String {
    let (bytes, remarks) = part.unpacked(most: most)
    remarks.forEach { note($0) }
    let name = part.media.parameters["charset"].map { $0[...].trimmed.loweredText } ?? ""
    let (text, remark) = Charset(String(name.prefix(40))).decode(bytes)
    if let remark { note(remark) }
    return FieldText.withoutNUL(FieldText.unixLines(text, loneReturns: true))
  }

  private mutating func note(_ remark: MailRemark) {
    if !remarks.contains(remark) { remarks.append(remark) }
  }
}
