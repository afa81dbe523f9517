import AmendsPolicy
import Glibc
import Ledger
import Store

/// Takes one person out of a desk and the files around it.
struct EraseJob {
  let store: DeskStore
  let plan: ErasurePlan
  /// Files around the database that must go with the person.
  let files: [String]
  let reason: String

  /// Removes everything but the traces in the desk's own files: first what lies around the database, while it
  /// still knows by what the person is recognised, then what is in it.
  ///
  /// - Throws: `Failure` where a file cannot be removed; `DeskError` where the desk refuses, or cannot be written.
  func run(at now: Instant, by agent: String) throws {
    for file in files { try remove(file) }
    try store.erase(plan.customer.id, because: reason, at: now, by: agent)
  }

  private func remove(_ file: String) throws(Failure) {
    guard unlink(file) == 0 || errno == ENOENT else {
      throw Failure(.part, "\(file) cannot be removed: \(String(cString: strerror(errno)))")
    }
  }
}

extension DeskStore {
  /// Writes the files of the desk anew, so that no trace of erased people is left in them.
  ///
  /// - Throws: `Failure` where that is impossible at the moment, with what to do about it.
  func removeTraces() throws(Failure) {
    let reason: String
    do throws(DeskError) {
      guard try !scrub() else { return }
      reason = "another program reads the desk: close it"
    } catch {
      reason = error.description
    }
    throw Failure(
      .part,
      "traces may be left in the files of the desk (\(reason)); then run `amends erase --finish`")
  }
}
