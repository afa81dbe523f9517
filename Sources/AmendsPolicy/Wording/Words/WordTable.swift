/// Every word that phrases are made of, by number.
///
/// An open-addressed table over one run of bytes, so that a look-up allocates nothing and follows no pointers.
struct WordTable: Sendable {
  private var letters: [UInt8] = []
  /// Where each word begins in `letters`; one more, where the last ends.
  private var offsets: [Int32] = [0]
  private var hashes: [UInt32] = []
  private var slots: [Int32]

  init() {
    slots = Array(repeating: -1, count: 64)
  }

  /// Takes the table out of an image.
  init(_ image: inout ImageReader) throws(ImageFault) {
    letters = try image.values()
    offsets = try image.values()
    hashes = try image.values()
    slots = try image.values()
  }

  /// Puts the table into an image.
  func write(to image: inout ImageWriter) {
    image.put(letters)
    image.put(offsets)
    image.put(hashes)
    image.put(slots)
  }

  var count: Int { hashes.count }

  /// A word's bytes.
  func word(_ id: Int32) -> ArraySlice<UInt8> {
    letters[Int(offsets[Int(id)])..<Int(offsets[Int(id) + 1])]
  }

  /// The number of a word, which is added where it is new.
  mutating func intern(_ word: [UInt8]) -> Int32 {
    let found = find(word, 0, word.count)
    if found >= 0 { return found }
    letters += word
    offsets.append(Int32(letters.count))
    hashes.append(Self.hash(word, 0, word.count))
    if hashes.count * 2 > slots.count { grow() } else { place(Int32(hashes.count - 1)) }
    return Int32(hashes.count - 1)
  }

  /// The number of the word that the bytes from `from` to `to` spell; -1 where there is none.
  func find(_ bytes: [UInt8], _ from: Int, _ to: Int) -> Int32 {
    find(bytes, from, to, hash: Self.hash(bytes, from, to))
  }

  /// The same, for a hash that is known already.
  func find(_ bytes: [UInt8], _ from: Int, _ to: Int, hash: UInt32) -> Int32 {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let id = slots[slot]
      if hashes[Int(id)] == hash, equals(id, bytes, from, to) { return id }
      slot = (slot + 1) & (slots.count - 1)
    }
    return -1
  }

  /// The longest word that begins at `from`; nil where none does.
  func longestWord(_ bytes: [UInt8], _ from: Int, most: Int) -> (id: Int32, length: Int)? {
    var best: (id: Int32, length: Int)?
    var state = Self.seed
    for to in from..<min(bytes.count, from + most) {
      state = Self.mixed(state, bytes[to])
      let id = find(bytes, from, to + 1, hash: Self.closed(state))
      if id >= 0 { best = (id, to + 1 - from) }
    }
    return best
  }

  private func equals(_ id: Int32, _ bytes: [UInt8], _ from: Int, _ to: Int) -> Bool {
    let start = Int(offsets[Int(id)])
    guard Int(offsets[Int(id) + 1]) - start == to - from else { return false }
    for index in 0..<(to - from) where letters[start + index] != bytes[from + index] {
      return false
    }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for id in hashes.indices { place(Int32(id)) }
  }

  private mutating func place(_ id: Int32) {
    var slot = Int(hashes[Int(id)]) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = id
  }

  /// FNV-1a, folded so that the low bits are good ones.
  static func hash(_ bytes: [UInt8], _ from: Int, _ to: Int) -> UInt32 {
    var state = seed
    for index in from..<to { state = mixed(state, bytes[index]) }
    return closed(state)
  }

  private static let seed: UInt32 = 2_166_136_261

  private static func mixed(_ state: UInt32, _ byte: UInt8) -> UInt32 {
    (state ^ UInt32(byte)) &* 16_777_619
  }

  private static func closed(_ state: UInt32) -> UInt32 { state ^ (state >> 15) }
}
