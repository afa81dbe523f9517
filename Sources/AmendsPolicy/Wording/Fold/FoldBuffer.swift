/// Folded bytes and where they come from, while a draft is being folded.
///
/// Folding never makes a text longer, so both lists are written into memory of the source's length.
struct FoldBuffer {
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let places: UnsafeMutableBufferPointer<FoldedText.Place>
  /// How many folded bytes there are.
  private(set) var count = 0

  private init(
    _ bytes: UnsafeMutableBufferPointer<UInt8>,
    _ places: UnsafeMutableBufferPointer<FoldedText.Place>
  ) {
    self.bytes = bytes
    self.places = places
  }

  /// Folds with a buffer that holds up to `capacity` bytes, and gives what was written.
  static func filled(
    capacity: Int, _ fold: (inout FoldBuffer) -> ScriptCount
  ) -> FoldedText {
    guard capacity > 0 else { return FoldedText([], [], ScriptCount()) }
    var places: [FoldedText.Place] = []
    var scripts = ScriptCount()
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { byteMemory, byteCount in
      places = [FoldedText.Place](unsafeUninitializedCapacity: capacity) { placeMemory, count in
        var buffer = FoldBuffer(byteMemory, placeMemory)
        scripts = fold(&buffer)
        count = buffer.count
        byteCount = buffer.count
      }
    }
    return FoldedText(bytes, places, scripts)
  }

  /// Appends a folded byte that comes from some source bytes.
  @inline(__always)
  mutating func append(_ byte: UInt8, _ start: Int, _ end: Int, capital: Bool = false) {
    precondition(count < bytes.count && count < places.count, "folding made a text longer")
    bytes[count] = byte
    places[count] = FoldedText.Place(
      start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
      isCapital: capital)
    count += 1
  }

  /// Turns the folded bytes from `index` on around, for text that is shown backwards.
  mutating func reverse(from index: Int) {
    guard index < count else { return }
    var low = index
    var high = count - 1
    while low < high {
      swap(&bytes[low], &bytes[high])
      swap(&places[low], &places[high])
      low += 1
      high -= 1
    }
  }
}
