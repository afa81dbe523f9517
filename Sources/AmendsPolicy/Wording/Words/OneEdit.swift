/// Compares words that may be a single slip of the keyboard apart.
enum OneEdit {
  /// Whether one letter added, left out, exchanged, or two swapped turn one word into the other.
  static func apart(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Bool {
    let (short, long) = first.count <= second.count ? (first, second) : (second, first)
    guard long.count - short.count <= 1 else { return false }
    let shared = zip(short, long).prefix { $0 == $1 }.count
    let (left, right) = (short.dropFirst(shared), long.dropFirst(shared))
    if long.count > short.count { return left.elementsEqual(right.dropFirst()) }
    if left.dropFirst().elementsEqual(right.dropFirst()) { return true }
    return left.prefix(2).elementsEqual(right.prefix(2).reversed())
      && left.dropFirst(2).elementsEqual(right.dropFirst(2))
  }
}
