import AmendsPolicy
import Ledger
import Screen

@testable import Inbox

/// An inbox to which anything happens, the same for the same seed.
struct Chaos {
  private var driver: Driver
  private var random: SplitMix

  init(seed: UInt64) {
    random = SplitMix(seed: seed)
    var desk = Sample.desk
    desk.rows = Sample.everyContact + Sample.hostile + Sample.many(700).dropFirst(50)
    for row in desk.rows { desk.files[row.customer.id] = Sample.file(of: row) }
    desk.files[CustomerID(1)] = Sample.file(
      [Sample.review(1, "J. Rivera")], events: Sample.story, timeline: Sample.everyEntry)
    driver = Driver(desk)
  }

  mutating func step() {
    driver.isAnswering = random.below(4) > 0
    switch random.below(20) {
    case 0: driver.resize(size())
    case 1: driver.wait(.seconds(Int64(random.below(100_000))))
    case 2: driver.send(.deskChanged)
    case 3: driver.answerAll()
    case 4: driver.unanswered.shuffle(using: &random)
    case 5: driver.unanswered.removeAll()
    case 6: driver.answer(answer())
    case 7: changeDesk()
    case 8: driver.paste(random.pick(Self.pastes, or: ""))
    case 9: driver.send(.mouse(mouse()))
    default: driver.send(.key(key()))
    }
  }

  /// What is not as it must be.
  var faults: [String] {
    let list = driver.inbox.list
    let frame = driver.frame()
    var faults: [String] = []
    if list.selected == nil, !list.rows.isEmpty, !list.isCatchingUp {
      faults.append("no selection")
    }
    if list.selected != nil, list.selectedRow == nil { faults.append("the selection is no row") }
    if !(0...max(0, list.rows.count)).contains(list.top) { faults.append("top \(list.top)") }
    if list.reachesTop, list.reachesEnd, list.isLoaded, list.awaited == nil,
      !Set(list.marked.keys).isSubset(of: list.rows.map(\.review.id))
    {
      faults.append("marked what is not there")
    }
    if frame.grid.size != driver.size { faults.append("size \(frame.grid.size)") }
    if let cursor = frame.cursor, !driver.size.bounds.contains(cursor) { faults.append("cursor") }
    if let change = driver.inbox.nextChange(after: driver.now), change <= driver.now {
      faults.append("a change in the past")
    }
    return faults
  }

  private mutating func size() -> Size {
    let size = random.pick(Self.sizes, or: (24, 80))
    return Size(rows: size.0, columns: size.1)
  }

  private mutating func mouse() -> MousePress {
    let button = random.pick([MousePress.Button.left, .wheelUp, .wheelDown], or: .left)
    let point = Point(row: random.below(26), column: random.below(90))
    return MousePress(button, at: point)
  }

  private mutating func key() -> KeyPress {
    switch random.below(4) {
    case 0:
      KeyPress(random.pick(Array("abcdefghijklmnopqrstuvwxyzABCDGJKRSXWYN/?:$-1 <é山"), or: "j"))
    case 1: random.pick(KeyScript.keys(Self.named), or: .escape)
    default:
      random.pick(KeyScript.keys("jjkkGg<pagedown><enter><escape><escape>cxX/foStyu"), or: "j")
    }
  }

  private mutating func answer() -> Answer {
    let number = Int64(random.below(30))
    let list = driver.inbox.list
    switch random.below(9) {
    case 0: return .failed("\u{1B}[31mno\n")
    case 1: return .customer(CustomerID(number), nil)
    case 2: return .recalled(OutboxID("o\(number)"))
    case 3: return .discarded(DraftID("kept"))
    case 4: return .handedOver(Sample.item(number, .committing))
    case 5: return .edited(DraftID("kept"), nil)
    case 6: return .saved(DraftID("kept"), revision: Int(number), at: driver.now)
    case 7: return .periodNeeded(path: "x")
    default:
      let request = PageRequest(
        filter: list.filter, order: list.order, start: .first, limit: 5,
        generation: list.generation - random.below(2))
      return .page(request, ReviewPage(rows: [], hasMore: false))
    }
  }

  private mutating func changeDesk() {
    let count = driver.desk.rows.count
    guard count > 20 else { return driver.desk.rows += Sample.many(900).dropFirst(800) }
    for _ in 0..<random.below(15) { driver.desk.rows.remove(at: random.below(count - 15)) }
  }

  private static let sizes = [
    (0, 0), (1, 1), (2, 5), (3, 20), (4, 33), (10, 40), (24, 80), (24, 80), (12, 100), (30, 120),
  ]
  private static let pastes = [
    "", "stars:1..2", "\u{1B}[201~\r\n\t\0", SampleDraft.blocked, SampleDraft.clean, "2h ago",
    "👨‍👩‍👧‍👦\u{202E}abc", "114-7863528-5212210", "2026-10-01..2026-10-31",
  ]
  private static let named =
    "<up><down><left><right><home><end><pageup><pagedown><tab><shift-tab><backspace><delete>"
    + "<ctrl-a><ctrl-b><ctrl-d><ctrl-e><ctrl-f><ctrl-k><ctrl-l><ctrl-n><ctrl-p><ctrl-r><ctrl-s>"
    + "<ctrl-s><ctrl-u><ctrl-w><ctrl-z><alt-x><alt-b><f1><f2><f5><f12><shift-up><shift-right>"
}
