/// What code points are replaced by.
struct Normalisation {
  /// No character that Unicode decomposes has more.
  private static let longest = 18

  private let keys: UnsafeBufferPointer<UInt32>
  private let offsets: UnsafeBufferPointer<UInt32>
  private let points: UnsafeBufferPointer<UInt32>
  private let isAsciiKept: [Bool]

  init(_ model: ReaderModel) {
    let keys: UnsafeBufferPointer<UInt32> = model.values(.normalisationKeys)
    self.keys = keys
    offsets = model.values(.normalisationOffsets)
    points = model.values(.normalisationPoints)
    let replaced = Set(keys.prefix { $0 < 0x80 })
    isAsciiKept = (0..<0x80).map { !replaced.contains($0) }
  }

  /// The code points in place of one; nil where it stays.
  ///
  /// The file may be damaged, so nothing it says is trusted.
  func replacement(of point: UInt32) -> UnsafeBufferPointer<UInt32>? {
    if point < 0x80, isAsciiKept[Int(point)] { return nil }
    let place = keys.firstIndex { $0 >= point }
    guard place < keys.count, keys[place] == point else { return nil }
    let start = min(Int(offsets[place]), points.count)
    let end = min(max(Int(offsets[place + 1]), start), points.count, start + Self.longest)
    return UnsafeBufferPointer(rebasing: points[start..<end])
  }
}

extension UnsafeBufferPointer where Element == UInt32 {
  /// The first place, in a sorted table, that a condition holds for.
  fileprivate func firstIndex(_ holds: (UInt32) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
