/// Which tokens of a draft are read together.
struct WindowPlan {
  static let mostWindows = 16
  static let overlap = 64
  /// Of a longer draft only parts are cut into tokens at all, so that any length has an answer soon.
  static let wholeBytes = 1 << 20
  static let partBytes = 1 << 16

  private(set) var tokens: [Token] = []
  private(set) var windows: [Range<Int>] = []
  private(set) var isSampled = false

  /// A plan for a draft of which `room` tokens fit into a row.
  init(_ text: UnsafeBufferPointer<UInt8>, tokenizer: Tokenizer, room: Int) {
    if text.count > Self.wholeBytes {
      isSampled = true
      for index in 0..<Self.mostWindows { addPart(index, of: text, tokenizer, room) }
      return
    }
    tokens = tokenizer.tokens(of: text, in: 0..<text.count)
    windows = Self.windows(over: tokens, room: room)
    if windows.count > Self.mostWindows {
      isSampled = true
      windows = Self.spread(windows)
    }
  }

  /// Windows of whole words over all tokens; a word that fills more than one is cut.
  static func windows(over tokens: [Token], room: Int) -> [Range<Int>] {
    var windows: [Range<Int>] = []
    var start = 0
    while tokens.count - start > room {
      let end = lastWord(tokens, from: start + 1, through: start + room) ?? start + room
      windows.append(start..<end)
      let next = end - overlap
      start = lastWord(tokens, from: start + 1, through: next) ?? (next > start ? next : end)
    }
    return windows + [start..<tokens.count]
  }

  /// One window of one of several parts of a draft: its first, but the last of the last part.
  private mutating func addPart(
    _ index: Int, of text: UnsafeBufferPointer<UInt8>, _ tokenizer: Tokenizer, _ room: Int
  ) {
    let last = Self.mostWindows - 1
    var range = 0..<Self.partBytes
    if index > 0 {
      let start = Self.characterStart(text, (text.count - Self.partBytes) / last * index)
      range = start..<(index == last ? text.count : start + Self.partBytes)
    }
    let limit = index < last ? 2 * room : .max
    let found = tokenizer.tokens(of: text, in: range, limit: limit)
    let part = index == 0 ? found : Self.withoutCutWord(found)
    let windows = Self.windows(over: part, room: room)
    guard let window = index < last ? windows.first : windows.last else { return }
    self.windows.append(tokens.count..<(tokens.count + window.count))
    tokens += part[window]
  }

  private static func lastWord(_ tokens: [Token], from first: Int, through last: Int) -> Int? {
    guard first <= last else { return nil }
    return (first...last).last { tokens[$0].startsWord }
  }

  private static func spread(_ windows: [Range<Int>]) -> [Range<Int>] {
    let steps = mostWindows - 1
    return (0...steps).map { windows[($0 * (windows.count - 1) + steps / 2) / steps] }
  }

  private static func characterStart(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
    (place..<text.count).first { text[$0] & 0xC0 != 0x80 } ?? place
  }

  /// A part may start inside a word; where it is all of one word, that is what there is.
  private static func withoutCutWord(_ tokens: [Token]) -> [Token] {
    let whole = tokens.dropFirst().drop { !$0.startsWord }
    return whole.isEmpty ? tokens : Array(whole)
  }
}
