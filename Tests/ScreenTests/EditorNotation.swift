import Testing

@testable import Screen

/// An editor as text: `|` is the cursor, `[` the other end of the selection.
extension TextArea {
  init(marked: String, columns: Int = 40, rows: Int = 10) {
    let cursor = marked.utf8.prefix { $0 != UInt8(ascii: "|") }
    let anchor = marked.utf8.prefix { $0 != UInt8(ascii: "[") }
    self.init(marked.filter { $0 != "|" && $0 != "[" }, cursor: 0)
    resize(to: Size(rows: rows, columns: columns))
    let hasAnchor = anchor.count < marked.utf8.count
    let cursorPlace = cursor.count - (hasAnchor && anchor.count < cursor.count ? 1 : 0)
    let anchorPlace = anchor.count - (cursor.count < anchor.count ? 1 : 0)
    if hasAnchor {
      buffer.move(to: anchorPlace)
      buffer.move(to: cursorPlace, selecting: true)
    } else {
      moveCursor(to: cursorPlace)
    }
  }

  var marked: String {
    var bytes = Array(text.utf8)
    let anchor = buffer.anchor.map { ($0, UInt8(ascii: "[")) }
    let marks = [(cursor, UInt8(ascii: "|"))] + (anchor.map { [$0] } ?? [])
    for (place, mark) in marks.sorted(by: { $0.0 > $1.0 }) { bytes.insert(mark, at: place) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Presses keys written with spaces between them, in the notation of ``KeyPress``.
  mutating func press(_ keys: String) {
    for key in keys.split(separator: " ") {
      guard let key = KeyPress(parsing: String(key)) else {
        Issue.record("no key: \(key)")
        continue
      }
      _ = press(key)
    }
  }
}
