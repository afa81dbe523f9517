/// A draft as a person reads it: disguised spelling undone, what no eye sees left out.
///
/// It is what a reader that knows words by their spelling is given. Everything else stands as it was written, case and
/// accents too.
public struct PlainDraft: Equatable, Sendable {
  /// The text.
  public private(set) var text = ""
  private var runs: [Run] = []
  private var length = 0

  /// A run of the text and where it comes from.
  private struct Run: Equatable {
    /// Its bytes in the text.
    var plain: Range<Int>
    /// The bytes of the draft that it stands for.
    var source: Range<Int>
    /// Whether it is a copy, byte by byte.
    var isCopy: Bool

    /// Where a part of a copied run comes from.
    func copied(_ part: Range<Int>) -> Range<Int> {
      let shift = source.lowerBound - plain.lowerBound
      return part.lowerBound + shift..<part.upperBound + shift
    }

    /// Where a part of its source stands in the text.
    func plain(of part: Range<Int>) -> Range<Int> {
      let shift = plain.lowerBound - source.lowerBound
      return part.lowerBound + shift..<part.upperBound + shift
    }
  }

  /// Makes an empty text.
  init() {}

  /// The bytes of the draft that bytes of the text stand for.
  public func source(of range: Range<Int>) -> Range<Int> {
    var start: Int?
    var end = 0
    for run in runs[firstRun(endingAfter: range.lowerBound)...] {
      guard run.plain.lowerBound < range.upperBound else { break }
      let part = run.isCopy ? run.copied(range.clamped(to: run.plain)) : run.source
      start = min(start ?? part.lowerBound, part.lowerBound)
      end = max(end, part.upperBound)
    }
    return (start ?? 0)..<max(start ?? 0, end)
  }

  /// The bytes of the text that stand for bytes of the draft; nil where none do.
  public func plain(of range: Range<Int>) -> Range<Int>? {
    var found: Range<Int>?
    for run in runs where run.source.overlaps(range) {
      let part = run.isCopy ? run.plain(of: range.clamped(to: run.source)) : run.plain
      let start = min(found?.lowerBound ?? part.lowerBound, part.lowerBound)
      found = start..<max(found?.upperBound ?? part.upperBound, part.upperBound)
    }
    return found
  }

  private func firstRun(endingAfter place: Int) -> Int {
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].plain.upperBound > place { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Several texts as one, of which only the last knows where it comes from.
  static func joined(_ texts: [PlainDraft]) -> PlainDraft {
    var joined = PlainDraft()
    joined.text = texts.map(\.text).joined(separator: "\n\n")
    joined.length = joined.text.utf8.count
    guard let last = texts.last else { return joined }
    let shift = joined.length - last.length
    joined.runs = last.runs.map { run in
      var run = run
      run.plain = run.plain.lowerBound + shift..<run.plain.upperBound + shift
      return run
    }
    return joined
  }

  /// Adds bytes of the draft as they are.
  mutating func copy(_ range: Range<Int>, of source: [UInt8]) {
    add(String(decoding: source[range], as: UTF8.self), for: range, isCopy: true)
  }

  /// Adds other words for bytes of the draft.
  mutating func put(_ words: String, for range: Range<Int>) {
    add(words, for: range, isCopy: false)
  }

  private mutating func add(_ words: String, for range: Range<Int>, isCopy: Bool) {
    let count = words.utf8.count
    guard count > 0 else { return }
    text += words
    runs.append(Run(plain: length..<length + count, source: range, isCopy: isCopy))
    length += count
  }
}
