/// A body of several parts, cut at its boundary (RFC 2046, 5.1.1).
struct Multipart {
  /// The parts in their order, without what stands before the first and behind the last boundary.
  private(set) var parts: [ArraySlice<UInt8>] = []
  /// Whether the boundary that ends the last part was there.
  private(set) var isClosed = false
  /// Whether there were more parts than the limit allows.
  private(set) var isCut = false

  private enum Line { case other, next, last }

  init(_ body: ArraySlice<UInt8>, boundary: ArraySlice<UInt8>, most: Int) {
    let delimiter = Array("--".utf8) + boundary
    var lines = LineWalk(body)
    var start: Int?
    while true {
      let place = lines.place
      guard let line = lines.next() else { break }
      let kind = Self.kind(line, delimiter)
      if kind == .other { continue }
      if let start { add(body[start..<max(start, Self.endOfPart(before: place, in: body))], most) }
      start = lines.place
      guard kind == .next else {
        isClosed = true
        return
      }
    }
    if let start { add(body[start...], most) }
  }

  private static func kind(_ line: ArraySlice<UInt8>, _ delimiter: [UInt8]) -> Line {
    guard line.starts(with: delimiter) else { return .other }
    let rest = line.dropFirst(delimiter.count)
    if rest.allSatisfy(\.isWhite) { return .next }
    let isLast = rest.starts(with: "--".utf8) && rest.dropFirst(2).allSatisfy(\.isWhite)
    return isLast ? .last : .other
  }

  /// The line end before a boundary belongs to the boundary.
  private static func endOfPart(before place: Int, in body: ArraySlice<UInt8>) -> Int {
    guard place > body.startIndex, body[place - 1] == 0x0A else { return place }
    let hasReturn = place - 1 > body.startIndex && body[place - 2] == 0x0D
    return place - (hasReturn ? 2 : 1)
  }

  private mutating func add(_ part: ArraySlice<UInt8>, _ most: Int) {
    guard parts.count < most else {
      isCut = true
      return
    }
    parts.append(part)
  }

  /// The boundary that a body itself shows, where its header does not name it: that of its first line of dashes.
  static func guess(_ body: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var lines = LineWalk(body)
    while let line = lines.next() {
      if line.allSatisfy(\.isWhite) { continue }
      let text = line.trimmed
      return text.starts(with: "--".utf8) && text.count > 4 ? text.dropFirst(2) : nil
    }
    return nil
  }
}
