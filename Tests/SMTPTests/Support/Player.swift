import Testing

@testable import SMTP

/// A conversation with everything that went over the wire, so that it can be asked what happened.
struct Player {
  var conversation: Conversation
  /// Everything that we wrote, in order.
  private(set) var said: [UInt8] = []
  /// Everything that the server wrote after our dot.
  private(set) var heardAfterDot: [UInt8] = []
  private(set) var isClosed = false
  private(set) var asksForPermit = false
  private(set) var wantsTLS = false

  init(_ conversation: Conversation) { self.conversation = conversation }

  /// Whether the dot is on the wire, told by the wire alone.
  private(set) var hasWrittenDot = false
  /// Where the message begins, behind `DATA`.
  private var messageStart: Int?

  /// What was written after `DATA`.
  var afterData: ArraySlice<UInt8>? { messageStart.map { said[$0...] } }

  private mutating func say(_ bytes: [UInt8]) {
    said += bytes
    if messageStart == nil, said.ends(with: "\r\nDATA\r\n") { messageStart = said.count }
    if messageStart != nil, said.ends(with: "\r\n.\r\n") { hasWrittenDot = true }
  }

  mutating func play(_ event: Event) {
    if case .received(let bytes) = event, hasWrittenDot { heardAfterDot += bytes }
    for action in conversation.handle(event) {
      if isClosed { Issue.record("an action after the end") }
      switch action {
      case .write(let bytes), .writeThrough(let bytes): say(bytes)
      case .startTLS: wantsTLS = true
      case .askForPermit: asksForPermit = true
      case .close: isClosed = true
      }
    }
  }

  mutating func play(_ text: String) { play(.received(Array(text.utf8))) }
}

extension [UInt8] {
  fileprivate func ends(with text: String) -> Bool {
    suffix(text.utf8.count).elementsEqual(text.utf8)
  }
}
