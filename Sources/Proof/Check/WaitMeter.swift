/// Times what a process waits for its database, in steps of a tenth of a millisecond.
final class WaitMeter {
  private let pulse: @Sendable () -> Double
  private(set) var waits = Waits()

  init(_ pulse: @escaping @Sendable () -> Double) { self.pulse = pulse }

  /// A transaction that writes; it counts as written where it does not throw.
  func write<Value>(_ work: () throws -> Value) rethrows -> Value {
    let value = try read(work)
    waits.writes += 1
    return value
  }

  /// Anything else that waits for the database.
  func read<Value>(_ work: () throws -> Value) rethrows -> Value {
    let start = pulse()
    defer { waits.add(seconds: pulse() - start) }
    return try work()
  }
}

/// How long processes waited, and how much they wrote.
struct Waits: Hashable, Sendable {
  /// Transactions that were committed.
  var writes = 0
  /// How often so many tenths of a millisecond were waited.
  private(set) var counts: [Int: Int] = [:]

  mutating func add(seconds: Double) { add(1, of: Int(seconds * 10_000)) }

  mutating func add(_ count: Int, of tenths: Int) { counts[tenths, default: 0] += count }

  mutating func add(_ other: Waits) {
    writes += other.writes
    counts.merge(other.counts, uniquingKeysWith: +)
  }

  /// The longest wait in milliseconds.
  var worst: Double { Double(counts.keys.max() ?? 0) / 10 }

  /// The wait in milliseconds that so large a share of all waits stayed within.
  func share(_ share: Double) -> Double {
    var left = Int((Double(counts.values.reduce(0, +)) * share).rounded(.up))
    for (tenths, count) in counts.sorted(by: { $0.key < $1.key }) {
      left -= count
      if left <= 0 { return Double(tenths) / 10 }
    }
    return 0
  }
}
