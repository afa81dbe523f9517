import AmendsPolicy
import Ledger

/// The list of reviews: a window of an ordered list that may hold millions, and where one stands in it.
///
/// Rows are read by key, never counted off; the selection is kept by identity through every reload.
struct ReviewList: Equatable, Sendable {
  var filter: ReviewFilter = .inbox
  /// The keys of the filter as they were typed, without words to search for; empty for the inbox's own.
  var filterText = ""
  /// The saved view that is shown; `nil` for any other filter.
  var view: SavedView?
  var order: ReviewOrder = .urgency
  /// Neighbouring rows of the list, in its order.
  var rows: [ReviewRow] = []
  /// The place of the first row within the whole list, where it is known.
  var firstIndex: Int? = 0
  var reachesTop = true
  var reachesEnd = true
  var selected: ReviewID?
  /// The first row that is drawn, as an index of `rows`.
  var top = 0
  /// How many rows fit on the screen.
  var height = 20
  /// The marked reviews as they were last read; they may lie outside of what has been read since.
  var marked: [ReviewID: Review] = [:]
  /// Steps that were asked for while the rows to go to were still being read.
  var pendingSteps = 0
  var generation = 0
  /// What is being read, if anything.
  var awaited: PageStart?
  /// Whether any page has arrived since the list was asked for.
  var isLoaded = false

  static let pageSize = 200
  private static let largestWindow = 1200

  var selectedIndex: Int? {
    guard let selected else { return nil }
    return rows.firstIndex { $0.review.id == selected }
  }

  var selectedRow: ReviewRow? { selectedIndex.map { rows[$0] } }

  /// The rows on the screen.
  var shownRows: ArraySlice<ReviewRow> {
    let start = min(top, rows.count)
    return rows[start..<min(rows.count, start + height)]
  }

  /// The place of the selected row within the whole list, from 1, where it is known.
  var place: Int? {
    guard let index = selectedIndex, let firstIndex else { return nil }
    return firstIndex + index + 1
  }

  /// The filter with its words to search for, as it can be typed.
  var typedFilter: String {
    [filterText, filter.search].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Takes a filter; of what was typed the keys are kept, the words are the filter's own.
  mutating func take(_ filter: ReviewFilter, typed: String) {
    self.filter = filter
    view = nil
    filterText = typed.split(separator: " ").filter { $0.dropFirst().contains(":") }
      .joined(separator: " ")
  }

  /// Asks for the list from its start, as when filter or order changed.
  mutating func restart() -> [Effect] {
    rows = []
    selected = nil
    top = 0
    pendingSteps = 0
    isLoaded = false
    return request(.first)
  }

  /// Reads the window's rows again, keeping the selection; a place that is being gone to stays the goal.
  ///
  /// A page is read behind the selected row, so that rows that came between do not push it out.
  mutating func reload() -> [Effect] {
    if selected == nil, let awaited { return request(awaited) }
    let limit = max(rows.count, (selectedIndex ?? 0) + Self.pageSize)
    guard let first = rows.first, !reachesTop else { return request(.first, limit: limit) }
    return request(.at(first.position), limit: limit)
  }

  mutating func request(_ start: PageStart, limit: Int = pageSize) -> [Effect] {
    generation += 1
    awaited = start
    return [
      .loadPage(
        PageRequest(
          filter: filter, order: order, start: start, limit: limit, generation: generation))
    ]
  }

  /// Takes in a page that was asked for; an answer to an older request is dropped.
  mutating func take(_ request: PageRequest, _ page: ReviewPage) -> [Effect] {
    guard request.generation == generation else { return [] }
    awaited = nil
    isLoaded = true
    switch request.start {
    case .first: replace(with: page, firstIndex: 0, top: true, end: !page.hasMore)
    case .at: replace(with: page, firstIndex: firstIndex, top: false, end: !page.hasMore)
    case .last: replaceWithLast(page)
    case .after: append(page)
    case .before: prepend(page)
    }
    refreshMarks()
    return step(takePending())
  }

  private mutating func takePending() -> Int {
    defer { pendingSteps = 0 }
    return pendingSteps
  }

  private mutating func replace(with page: ReviewPage, firstIndex: Int?, top: Bool, end: Bool) {
    let oldIndex = selectedIndex
    rows = page.rows
    self.firstIndex = firstIndex
    reachesTop = top
    reachesEnd = end
    if selectedIndex == nil {
      let index = min(oldIndex ?? 0, rows.count - 1)
      selected = index >= 0 ? rows[index].review.id : nil
    }
    keepSelectionShown()
  }

  /// Marked reviews that were read again are taken as they are now; what the whole list lacks is unmarked.
  private mutating func refreshMarks() {
    guard !marked.isEmpty else { return }
    let read = rows.filter { marked[$0.review.id] != nil }.map { ($0.review.id, $0.review) }
    let known = Dictionary(read, uniquingKeysWith: { first, _ in first })
    marked = reachesTop && reachesEnd ? known : marked.merging(known) { $1 }
  }

  private mutating func replaceWithLast(_ page: ReviewPage) {
    rows = page.rows
    reachesTop = !page.hasMore
    reachesEnd = true
    firstIndex = reachesTop ? 0 : nil
    selected = rows.last?.review.id
    top = 0
    keepSelectionShown()
  }

  private mutating func append(_ page: ReviewPage) {
    rows += page.rows
    reachesEnd = !page.hasMore
    let surplus = rows.count - Self.largestWindow
    guard surplus > 0, let index = selectedIndex, index - surplus > height else { return }
    rows.removeFirst(surplus)
    firstIndex = firstIndex.map { $0 + surplus }
    top = max(0, top - surplus)
    reachesTop = false
  }

  private mutating func prepend(_ page: ReviewPage) {
    rows = page.rows + rows
    top += page.rows.count
    reachesTop = !page.hasMore
    firstIndex = reachesTop ? 0 : firstIndex.map { $0 - page.rows.count }
    guard rows.count > Self.largestWindow, let index = selectedIndex,
      index + height < Self.largestWindow
    else { return }
    rows.removeLast(rows.count - Self.largestWindow)
    reachesEnd = false
  }

  /// Moves the selection by some rows; steps beyond what has been read are taken when it arrives.
  mutating func step(_ steps: Int) -> [Effect] {
    if isOnTheWay {
      pendingSteps += steps
      return []
    }
    guard !rows.isEmpty, steps != 0 else { return steps == 0 ? fetchAhead() : [] }
    let index = selectedIndex ?? 0
    let wanted = index + steps
    let reached = min(max(wanted, 0), rows.count - 1)
    selected = rows[reached].review.id
    let rest = wanted - reached
    if (rest > 0 && !reachesEnd) || (rest < 0 && !reachesTop) { pendingSteps += rest }
    keepSelectionShown()
    return fetchAhead()
  }

  /// Whether the rows to go to are still being read, so that no row is the selected one.
  private var isOnTheWay: Bool { selected == nil && awaited != nil }

  /// Whether the row that keys have asked for is still being read.
  var isCatchingUp: Bool { isOnTheWay || pendingSteps != 0 }

  /// Goes to the first row of the whole list.
  mutating func goToFirst() -> [Effect] {
    pendingSteps = 0
    guard reachesTop, let first = rows.first else { return restartAt(.first) }
    return stay(at: first)
  }

  /// Goes to the last row of the whole list.
  mutating func goToLast() -> [Effect] {
    pendingSteps = 0
    guard reachesEnd, let last = rows.last else { return restartAt(.last) }
    return stay(at: last)
  }

  /// Selects a row that has been read; where another place was being gone to, that is given up.
  private mutating func stay(at row: ReviewRow) -> [Effect] {
    if isOnTheWay {
      generation += 1
      awaited = nil
    }
    selected = row.review.id
    keepSelectionShown()
    return fetchAhead()
  }

  private mutating func restartAt(_ start: PageStart) -> [Effect] {
    selected = nil
    return request(start)
  }

  private mutating func fetchAhead() -> [Effect] {
    guard awaited == nil, let index = selectedIndex else { return [] }
    if !reachesEnd, index + 2 * height >= rows.count, let last = rows.last {
      return request(.after(last.position))
    }
    if !reachesTop, index < 2 * height, let first = rows.first {
      return request(.before(first.position))
    }
    return []
  }

  mutating func keepSelectionShown() {
    guard let index = selectedIndex else {
      top = isOnTheWay ? min(top, max(0, rows.count - 1)) : 0
      return
    }
    let lowest = max(0, index - height + 1)
    top = min(max(top, lowest), index)
    top = max(0, min(top, rows.count - min(height, rows.count)))
  }
}
