/// A draft with case, width, diacritics, look-alikes and invisible characters folded away.
struct FoldedText {
  /// Where a folded byte comes from.
  struct Place {
    /// The source bytes.
    var start: Int32
    var end: Int32
    /// Whether it was a capital letter.
    var isCapital: Bool
  }

  /// Lower-case ASCII, or one of `FoldedByte`'s values above it.
  private(set) var bytes: [UInt8]
  /// Where each folded byte comes from.
  private(set) var places: [Place]
  /// How many letters of each script were read.
  let scripts: ScriptCount
  /// How many line breaks there are.
  let lineBreaks: Int
  /// Whether two signs of `!?~.` stand side by side.
  let hasRuns: Bool
  /// Whether there are pictographs, or dashes and currency signs, which are folded beside them.
  let hasPictographs: Bool

  init(_ bytes: [UInt8], _ places: [Place], _ scripts: ScriptCount) {
    self.bytes = bytes
    self.places = places
    self.scripts = scripts
    var lineBreaks = 0
    var hasRuns = false
    var hasPictographs = false
    var last: UInt8 = 0
    for byte in bytes {
      if byte == UInt8(ascii: "\n") { lineBreaks += 1 }
      if byte >= FoldedByte.emoji { hasPictographs = true }
      let isMark = Self.isMark(byte)
      if isMark, Self.isMark(last) { hasRuns = true }
      last = byte
    }
    self.lineBreaks = lineBreaks
    self.hasRuns = hasRuns
    self.hasPictographs = hasPictographs
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "~")
      || byte == UInt8(ascii: ".")
  }

  /// The source bytes from one folded byte to another, whose order may be turned around.
  func range(_ first: Int, _ last: Int) -> Range<Int> {
    let start = min(places[first].start, places[last].start)
    let end = max(places[first].end, places[last].end)
    return Int(start)..<Int(end)
  }
}

/// Folded bytes that are not ASCII.
enum FoldedByte {
  /// A letter of a script that is not read as Latin.
  static let foreign: UInt8 = 0x80
  /// A pictograph that stands for no word.
  static let emoji: UInt8 = 0x81
  /// A dash that is longer than a hyphen.
  static let dash: UInt8 = 0x82
  /// A currency sign other than the dollar.
  static let currency: UInt8 = 0x83
  /// The first of the pictographs that stand for a word, in the order of `EmojiWord`.
  static let firstWord: UInt8 = 0x90
}

/// Words that pictographs stand for.
enum EmojiWord: UInt8, CaseIterable {
  case star, money, delete, gift, arrow, review, phone, email, bad, good

  var byte: UInt8 { FoldedByte.firstWord + rawValue }

  var text: String {
    switch self {
    case .star: "star"
    case .money: "money"
    case .delete: "delete"
    case .gift: "gift"
    case .arrow: "→"
    case .review: "review"
    case .phone: "phone"
    case .email: "email"
    case .bad: "bad"
    case .good: "good"
    }
  }

  init?(byte: UInt8) {
    guard byte >= FoldedByte.firstWord else { return nil }
    self.init(rawValue: byte - FoldedByte.firstWord)
  }

  init?(scalar: UInt32) {
    switch scalar {
    case 0x2B50, 0x1F31F, 0x2605, 0x2606, 0x2729, 0x272D...0x2730: self = .star
    case 0x1F4B0, 0x1F4B2, 0x1F4B4...0x1F4B8, 0x1F911: self = .money
    case 0x1F5D1, 0x274C, 0x1F6AE: self = .delete
    case 0x1F381: self = .gift
    case 0x2192, 0x27A1, 0x2B95, 0x1F449, 0x21D2, 0x279C, 0x2794: self = .arrow
    case 0x270D, 0x1F4DD: self = .review
    case 0x1F4DE, 0x260E, 0x1F4F1: self = .phone
    case 0x1F4E7, 0x2709: self = .email
    case 0x1F44E: self = .bad
    case 0x1F44D: self = .good
    default: return nil
    }
  }
}
