import AmendsPolicy
import Ledger
import Screen

/// One line asked for at the foot of the screen.
struct PromptLayer: Sendable {
  /// What the line is for.
  enum Purpose: Hashable, Sendable {
    case search
    case filter
    case snooze([ReviewID])
    case importPath
    case period(path: String)
    case note(CustomerID)
    case merge(CustomerID)
    case stopSending
    case allowSending
  }

  var purpose: Purpose
  var prompt: Prompt
  /// What is wrong with the line as it stands; empty while it is fine.
  var fault = ""
  /// Until when the line would snooze as it stands, which is shown; `nil` where it says no time.
  var snooze: Snooze?
  /// The list before a search changed it.
  var listBefore: ReviewList?

  init(_ purpose: Purpose, text: String = "", over list: ReviewList? = nil) {
    self.purpose = purpose
    prompt = Prompt(text)
    listBefore = list
  }

  var label: String {
    switch purpose {
    case .search: "Search"
    case .filter: "Filter"
    case .snooze(let reviews): reviews.count == 1 ? "Snooze" : "Snooze \(reviews.count)"
    case .importPath: "Import file"
    case .period: "Sales period"
    case .note: "Note"
    case .merge: "Merge with"
    case .stopSending: "Stop sending"
    case .allowSending: "Allow sending"
    }
  }

  /// What can be typed, while nothing is wrong with it.
  var hint: String {
    switch purpose {
    case .search: "words in text, name, order or ASIN · escape puts the list back"
    case .filter: "stars:1..2 cause:late contact:ready age:<7d state:any is:snoozed, or words"
    case .snooze: "3d · 2h · 2w · tomorrow · mon · mon 9:30 · 14:00 · 2026-12-24 · after reply"
    case .importPath: "the path of a file of reviews, seller feedback, sales or contacts"
    case .period: "the file has no dates: first and last day, such as 2026-10-01..2026-10-31"
    case .note: "only the shop sees it"
    case .merge: "a relay address, an order number or a reviewer id"
    case .stopSending: "why nothing may leave; it is kept with your name"
    case .allowSending: "why it is right to send again; it is kept with your name"
    }
  }
}
