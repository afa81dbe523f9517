import AmendsPolicy
import Glibc
import Ledger
import Store

/// How long pages of a desk take, and the start of the program up to the first of them.
struct PageBench {
  private static let page = 100
  private static let runs = 50
  private static let starts = 20

  let workplace: Workplace

  /// The figures with how they were obtained.
  ///
  /// - Throws: `Failure` or `DeskError` where the desk cannot be read.
  func words() throws -> [String] {
    let store = try workplace.openDesk()
    defer { try? store.close() }
    let all = try store.count(.everything, now: SystemClock.now)
    let middle = try store.reviews(.inbox, limit: Self.page, now: SystemClock.now).rows.last
    let next = middle.map { PageStart.after($0.position) } ?? .first
    return try [
      "desk of \(all) reviews, pages of \(Self.page) open negative ones, most urgent first:",
      "  first page: \(timing(store, .inbox, .first).words)",
      "  next page: \(timing(store, .inbox, next).words)",
      "  last page: \(timing(store, .inbox, .last).words)",
      "  search for “cracked battery”: \(timing(store, search, .first).words)",
      "  header's figures: \(Timing.of(Self.runs) { _ = try store.counts(at: SystemClock.now) }.words)",
    ]
  }

  private var search: ReviewFilter {
    var filter = ReviewFilter.inbox
    filter.search = "cracked battery"
    return filter
  }

  private func timing(
    _ store: DeskStore,
    _ filter: ReviewFilter,
    _ start: PageStart
  ) throws -> Timing {
    try Timing.of(Self.runs) {
      _ = try store.reviews(filter, from: start, limit: Self.page, now: SystemClock.now)
    }
  }

  /// The time from the start of a process to its end, with the first page read in between.
  ///
  /// - Throws: `Failure` where the program cannot start itself.
  func startWords(desk: String) throws -> String {
    let timing = try Timing.of(Self.starts) {
      try OwnProcess.run(["bench", "--only-open", "--desk", desk])
    }
    return
      "a process from its start to its end, with desk opened and first page read: \(timing.words)"
  }

  /// What the started process does.
  ///
  /// - Throws: `Failure` or `DeskError` where the desk cannot be read.
  func openOnly() throws {
    let store = try workplace.openDesk()
    _ = try store.reviews(.inbox, limit: Self.page, now: SystemClock.now)
  }
}
