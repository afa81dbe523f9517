import AmendsPolicy
package import Delivery
import DeskDelivery
import Ledger
package import Store

/// The sender of the product, on a real desk, with a carrier to the torture's server.
package struct SendingWorker: Sendable {
  private typealias Desk = FatefulLedger<StoreLedger>
  private typealias Post = FatefulCarrier<PostOffice.Post>

  private let desk: Desk
  private let post: Post
  private let sender: Sender<Desk, NoObjection, Post>

  init(_ order: WorkerOrder) throws {
    self.init(
      try DeskStore(at: order.desk, limits: Town.limits), port: order.port, Fate(order.doom))
  }

  /// A sender on an open desk.
  package init(_ store: DeskStore, port: UInt16, _ fate: Fate = Fate()) {
    desk = FatefulLedger(
      StoreLedger(store: store, channel: "e-mail", clock: { .steady(TortureClock.now) }), fate)
    post = FatefulCarrier(PostOffice.carrier(port: port, fate: fate), fate)
    sender = Sender(
      desk: desk, wording: NoObjection(), carrier: post, owner: "\(ProcessIdentity.current)")
  }

  func work() throws {
    while true {
      try recover()
      try sendDue()
      Worker.rest(3)
    }
  }

  /// Takes up orphans, and sends what is due.
  package func once() throws(DeskFault) {
    try recover()
    try sendDue()
  }

  /// Takes up what senders left that are gone.
  package func recover() throws(DeskFault) {
    _ = try Recovery(desk: desk, tracer: post, isGone: ProcessIdentity.isGone)
      .run(at: TortureClock.now)
  }

  private func sendDue() throws(DeskFault) {
    while try sender.step(at: { TortureClock.now }) != .idle {}
  }
}

/// Says nothing against any text.
private struct NoObjection: WordingCheck {
  func opinion(on claim: Claim) -> WordingOpinion { WordingOpinion() }
}
