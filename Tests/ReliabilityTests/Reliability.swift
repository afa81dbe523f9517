import Foundation
import Testing

/// The proofs of the promise, one after the other: each wants the machine for itself.
///
/// `AMENDS_TORTURE=full` runs them at the length that the promise is published with, the usual run is a
/// fifth of it. `AMENDS_SEED` repeats a run with the seed that a failing one has printed.
@Suite("Nothing is lost, nobody is written to twice or too early", .serialized)
struct Reliability {}

/// How long the proofs run.
enum Profile {
  /// Whether everything runs at full length.
  static let isFull = ProcessInfo.processInfo.environment["AMENDS_TORTURE"] == "full"

  /// A figure of the usual run, or of the full one.
  static func size(quick: Int, full: Int) -> Int { isFull ? full : quick }

  /// The seed of this run.
  static let seed =
    ProcessInfo.processInfo.environment["AMENDS_SEED"].flatMap(UInt64.init)
    ?? UInt64.random(in: 1...999_999)

  /// Says what a proof has shown, beside its control.
  static func report(_ words: String) { print("proof: \(words)") }
}
