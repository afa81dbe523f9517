import AmendsPolicy
import Ledger

/// Puts real times into the sample files, so that the demo is always of today.
///
/// `{{T-3d4h}}` becomes an instant, `{{D-12}}` a date as ISO 8601 has it, `{{U-12}}` a date as American
/// reports have it, each so long before a given instant.
struct DemoTime {
  let now: Instant

  /// A file with its marks replaced; what is no mark stays as it is.
  func fill(_ bytes: [UInt8]) -> [UInt8] {
    var filled: [UInt8] = []
    filled.reserveCapacity(bytes.count + bytes.count / 8)
    var rest = bytes[...]
    while let start = rest.firstRange(of: Array("{{".utf8)) {
      filled.append(contentsOf: rest[..<start.lowerBound])
      rest = rest[start.lowerBound...]
      if let end = rest.firstRange(of: Array("}}".utf8)),
        let text = text(for: rest[start.upperBound..<end.lowerBound])
      {
        filled.append(contentsOf: text.utf8)
        rest = rest[end.upperBound...]
      } else {
        filled.append(contentsOf: rest[..<start.upperBound])
        rest = rest[start.upperBound...]
      }
    }
    return filled + rest
  }

  private func text(for mark: ArraySlice<UInt8>) -> String? {
    guard mark.count < 32 else { return nil }
    let mark = String(decoding: mark, as: UTF8.self)
    let ago = mark.dropFirst(2)
    switch mark.prefix(2) {
    case "T-": return span(ago).map { ISO8601.text(wholeSecond - $0) }
    case "D-": return date(ago).map { ISO8601.text($0) }
    case "U-": return date(ago).map { "\($0.month)/\($0.day)/\(twoFigures($0.year))" }
    default: return nil
    }
  }

  private var wholeSecond: Instant {
    Instant(milliseconds: now.milliseconds / 1000 * 1000)
  }

  private func date(_ days: Substring) -> CivilDate? {
    Int64(days).map { CivilTime(now - .days($0)).date }
  }

  /// A span such as `3d4h`, made of parts that `TypedSpan` reads.
  private func span(_ text: Substring) -> Span? {
    var sum = Span(milliseconds: 0)
    var part = ""
    for character in text {
      part.append(character)
      guard !character.isNumber else { continue }
      guard let span = TypedSpan.read(part) else { return nil }
      sum = Span(milliseconds: sum.milliseconds + span.milliseconds)
      part = ""
    }
    return part.isEmpty ? sum : nil
  }

  private func twoFigures(_ year: Int) -> String {
    year % 100 < 10 ? "0\(year % 100)" : "\(year % 100)"
  }
}
