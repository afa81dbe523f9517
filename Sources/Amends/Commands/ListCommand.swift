import AmendsPolicy
public import ArgumentParser
public import Ledger
import Store

extension ReviewOrder: ExpressibleByArgument {}

/// The reviews without a screen.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List reviews: the open negative ones, most urgent first.",
    discussion: """
      amends list --limit 20
      amends list --filter "stars:1 cause:damaged contact:ready age:<7d kettle"
      amends list --all --json | jq .title

      --json answers with one object a line: {"id","kind","rating","title","text","postedAt",
      "customer","order","asin","cause","state","contact":{"allowed","until","limit"},"snoozed"}, times in UTC.

      Snoozed reviews are left out until their time, unless --all, is:snoozed, is:any or state:any asks for them.
      """)

  @Option(
    help: "What to list: words, or stars: cause: kind: state: is: contact: asin: order: age:.")
  var filter = ""

  @Flag(help: "Start from every review instead of the open negative ones.")
  var all = false

  @Option(help: "The order: urgency, newest, oldest or stars.")
  var order: ReviewOrder = .urgency

  @Option(help: "List no more than so many.")
  var limit: Int?

  @Flag(help: "Answer in JSON.")
  var json = false

  @OptionGroup var desk: DeskOptions

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit is a number from 0") }
    _ = try wanted()
  }

  func run() throws {
    let workplace = desk.workplace()
    let store = try workplace.openDesk()
    let now = SystemClock.now
    let pages = ReviewStream(store: store, filter: try wanted(), order: order, now: now)
    let lines = ReviewLines(limits: store.limits, zones: workplace.zones, now: now)
    var output = StandardOutput()
    try pages.forEach(limit: limit ?? .max) { row in
      if json {
        output.line(lines.json(row))
      } else {
        output.line(lines.text(row))
      }
    }
    try output.finish()
  }

  private func wanted() throws -> ReviewFilter {
    do throws(FilterError) {
      return try ReviewFilter(filter, narrowing: all ? .everything : .inbox)
    } catch {
      throw ValidationError("--filter: \(error)")
    }
  }
}
