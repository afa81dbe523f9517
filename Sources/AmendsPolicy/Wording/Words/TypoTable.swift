/// Finds the critical word that a misspelt one is a single edit away from.
///
/// Each critical word is stored under the hashes of itself and of all its forms with one letter left out; a
/// misspelt word is looked up the same way.
struct TypoTable: Sendable {
  private var keys: [UInt64]
  private var values: [Int32]
  private let mask: Int

  /// Shorter words have too many neighbours that are words as well.
  private static let shortest = 6
  private static let longest = 24

  init(words: [(id: Int32, bytes: [UInt8])]) {
    let fit = words.filter { Self.fits($0.bytes.count) }
    let needed = fit.reduce(64) { $0 + ($1.bytes.count + 1) * 2 }
    var size = 64
    while size < needed { size *= 2 }
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: -1, count: size)
    mask = size - 1
    for word in fit {
      var forms = ShortenedForms(word.bytes)
      while let hash = forms.next() { insert(hash, word.id) }
    }
  }

  /// Takes the table out of an image.
  init(_ image: inout ImageReader) throws(ImageFault) {
    keys = try image.values()
    values = try image.values()
    mask = try image.value()
  }

  /// Puts the table into an image.
  func write(to image: inout ImageWriter) {
    image.put(keys)
    image.put(values)
    image.put(value: mask)
  }

  private static func fits(_ length: Int) -> Bool { length >= shortest && length <= longest }

  private mutating func insert(_ hash: UInt64, _ id: Int32) {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while values[slot] >= 0 { slot = (slot + 1) & mask }
    keys[slot] = hash
    values[slot] = id
  }

  /// The number of the critical word that is one edit from `word`; -1 where there is none.
  func find(_ word: [UInt8], in table: WordTable) -> Int32 {
    guard word.count >= Self.shortest - 1, word.count <= Self.longest else { return -1 }
    var forms = ShortenedForms(word)
    while let hash = forms.next() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while values[slot] >= 0 {
        if keys[slot] == hash, OneEdit.apart(table.word(values[slot]), word[...]) {
          return values[slot]
        }
        slot = (slot + 1) & mask
      }
    }
    return -1
  }
}

/// The hash of a word, then of its forms with one letter left out, each in constant time.
///
/// The hash is a polynomial in an odd base, so the part before a letter is undone by the base's inverse.
struct ShortenedForms {
  private let word: [UInt8]
  private var index: Int
  private var prefix: UInt64 = 0
  private var suffix: UInt64 = 0
  private var power: UInt64 = 1

  private static let base: UInt64 = 1_099_511_628_211
  private static let inverse = inverse(of: base)

  init(_ word: [UInt8]) {
    self.word = word
    index = word.count
    for byte in word { prefix = prefix &* Self.base &+ UInt64(byte) &+ 1 }
  }

  /// The next hash; nil after the form without the first letter.
  mutating func next() -> UInt64? {
    defer { index -= 1 }
    if index == word.count { return Self.mixed(prefix) }
    guard index >= 0 else { return nil }
    let letter = UInt64(word[index]) &+ 1
    prefix = (prefix &- letter) &* Self.inverse
    let hash = prefix &* power &+ suffix
    suffix = suffix &+ letter &* power
    power = power &* Self.base
    return Self.mixed(hash)
  }

  /// The inverse of an odd number among 64-bit numbers, by Newton's iteration.
  private static func inverse(of odd: UInt64) -> UInt64 {
    var inverse = odd
    for _ in 0..<5 { inverse = inverse &* (2 &- odd &* inverse) }
    return inverse
  }

  private static func mixed(_ hash: UInt64) -> UInt64 {
    let mixed = (hash ^ (hash >> 29)) &* 0xBF58_476D_1CE4_E5B9
    return mixed ^ (mixed >> 32)
  }
}
