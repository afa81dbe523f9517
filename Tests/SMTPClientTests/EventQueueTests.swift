import SMTP
import Testing

@testable import SMTPClient

@Suite("What waits until somebody listens")
struct EventQueueTests {
  @Test("comes in its order")
  func order() {
    let queue = EventQueue()
    #expect(queue.isEmpty && queue.takeNow() == nil)
    let events: [Event] = [.connected, .received([1]), .expired(turn: 3), .lost("x")]
    for event in events { #expect(queue.put(event)) }
    #expect(!queue.isEmpty)
    #expect(events.map { _ in queue.next() } == events)
    #expect(queue.takeNow() == nil)
  }

  @Test("is bounded, and tells of what was cut off once")
  func bounded() {
    let queue = EventQueue()
    let chunk = [UInt8](repeating: 1, count: 1 << 14)
    var taken = 0
    while queue.put(.received(chunk)) { taken += chunk.count }
    #expect(taken == EventQueue.mostBytes)
    for _ in 0..<100 { #expect(!queue.put(.received(chunk))) }
    queue.put(.expired(turn: 1))
    for _ in 0..<(taken / chunk.count) { #expect(queue.takeNow() == .received(chunk)) }
    #expect(queue.takeNow() == .lost("it says more than it was asked"))
    #expect(queue.takeNow() == .expired(turn: 1))
    #expect(queue.takeNow() == nil)
  }

  @Test("what was listened to makes room")
  func room() {
    let queue = EventQueue()
    let chunk = [UInt8](repeating: 1, count: 1 << 14)
    for _ in 0..<200 {
      #expect(queue.put(.received(chunk)))
      #expect(queue.next() == .received(chunk))
    }
  }
}
