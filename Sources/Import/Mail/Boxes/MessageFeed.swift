/// A message as it was found in a mailbox.
struct FoundMessage {
  /// Its file within a folder; `nil` where one file was read.
  var file: String?
  /// The line of the file in which it begins, from 1.
  var line = 1
  /// Its bytes, or only the first of them.
  var bytes: [UInt8] = []
  /// How many bytes it has.
  var size = 0
  /// Why it cannot be read; `nil` where it can.
  var fault: String?

  /// Takes in more of it, up to a limit.
  mutating func append(_ part: UnsafeBufferPointer<UInt8>, limit: Int) {
    bytes.append(contentsOf: part.prefix(max(0, limit - bytes.count)))
    size += part.count
  }
}

/// The messages of a mailbox, one after another, with memory for one.
protocol MessageFeed: AnyObject {
  /// How many bytes of the mailbox have been drawn, for progress.
  var position: Int { get }

  /// How many bytes the messages were that have been handed out, with what stands between them.
  var messageBytes: Int { get }

  /// The next message; `nil` behind the last.
  ///
  /// - Throws: `ImportError` where reading cannot go on.
  func next() throws(ImportError) -> FoundMessage?
}

/// A file that is one message.
final class SingleFeed: MessageFeed {
  private let window: Window
  private let limit: Int
  private var isDone = false

  init(_ window: Window, limit: Int) {
    self.window = window
    self.limit = limit
  }

  var position: Int { window.position }
  var messageBytes: Int { window.position }

  func next() throws(ImportError) -> FoundMessage? {
    guard !isDone else { return nil }
    isDone = true
    return try Self.message(window, limit)
  }

  /// Reads a window to its end as one message.
  static func message(_ window: Window, _ limit: Int) throws(ImportError) -> FoundMessage {
    var message = FoundMessage()
    while true {
      message.append(window.bytes, limit: limit)
      window.consume(window.bytes.count)
      if window.isAtEnd { return message }
      try window.fill()
    }
  }
}
