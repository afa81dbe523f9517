import AmendsPolicy
import Ledger
import Screen

extension Inbox {
  /// The sheet that is open.
  var sheet: CaseSheet? {
    for case .sheet(let sheet) in layers.reversed() { return sheet }
    return nil
  }

  /// Opens the sheet of a review.
  mutating func openSheet(of review: Review) -> [Effect] {
    layers.append(.sheet(CaseSheet(review)))
    return [.loadEvidence(review.id, review.customer)]
  }

  /// Changes the sheet in its layer.
  private mutating func editSheet(_ change: (inout CaseSheet) -> Void) {
    for index in layers.indices.reversed() {
      guard case .sheet(var sheet) = layers[index] else { continue }
      change(&sheet)
      layers[index] = .sheet(sheet)
      return
    }
  }

  mutating func takeEvidence(_ review: ReviewID, _ file: CustomerFile, _ sameTexts: [Review]) {
    editSheet { sheet in
      guard sheet.review == review else { return }
      sheet.customer = file.customer.id
      sheet.file = file
      sheet.sameTexts = sameTexts
    }
  }

  /// What the sheet says; `nil` while something is still being read.
  func content(of sheet: CaseSheet, at now: Instant) -> SheetContent? {
    guide.flatMap {
      SheetContent(sheet, guide: $0, shop: settings.shop, rules: settings.rules, at: now)
    }
  }

  /// Why a command makes no sense with this sheet.
  func reasonInSheet(_ command: Command) -> String? {
    guard let review = sheet?.currentReview else { return "the evidence is still being read" }
    guard command == .nextFulfilment, review.kind == .productReview else { return nil }
    return "only a seller feedback depends on who fulfilled the order"
  }

  mutating func workOnSheet(_ command: Command, at now: Instant) -> [Effect] {
    if command == .nextFulfilment {
      editSheet { $0.takeNextFulfilment() }
      return []
    }
    guard let sheet, let content = content(of: sheet, at: now) else {
      return refuse("the evidence is still being read", at: now)
    }
    // It quotes the review: a stranger's words leave the screen as they stand on it, washed.
    guard let request = content.request.map({ SafeText.lines($0).map(\.string) }) else {
      return refuse("there is no ground to ask for it", at: now)
    }
    return command == .copyRequest
      ? [.copy(request.joined(separator: "\n"), what: "the text for the marketplace")]
      : [.note(sheet.customer, "\(content.record): \(request.joined(separator: " "))")]
  }
}
