/// A word, after normalisation: characters, and where in the text they came from.
struct Word {
  /// Longer ones are cut, so that a text without spaces needs no more memory than others.
  static let longest = 400

  private(set) var bytes: [UInt8] = []
  /// Where each character starts, and where the last ends.
  private(set) var starts = [0]
  private(set) var sources: [Range<Int>] = []

  var count: Int { sources.count }
  var isEmpty: Bool { sources.isEmpty }
  var isFull: Bool { count >= Self.longest }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    sources.removeAll(keepingCapacity: true)
  }

  mutating func appendMark(_ source: Range<Int>) {
    bytes += PieceTable.mark
    close(source)
  }

  mutating func append(_ point: UInt32, _ source: Range<Int>) {
    let scalar = Unicode.Scalar(point) ?? "\u{FFFD}"
    for byte in scalar.utf8 { bytes.append(byte) }
    close(source)
  }

  private mutating func close(_ source: Range<Int>) {
    starts.append(bytes.count)
    sources.append(source)
  }
}
