import CTerminal
import Glibc
import Synchronization

/// Messages from other threads to the one that owns the terminal, with a descriptor to wait on.
public final class Mailbox<Message: Sendable>: Sendable {
  private let messages = Mutex<[Message]>([])
  private let input: Int32
  /// Readable while messages wait.
  public let descriptor: Int32

  /// An empty mailbox.
  ///
  /// - Throws: ``TerminalError/noDescriptors`` when the process has none left.
  public init() throws(TerminalError) {
    var ends: [Int32] = [-1, -1]
    guard ct_pipe(&ends) == 0 else { throw .noDescriptors }
    descriptor = ends[0]
    input = ends[1]
  }

  deinit {
    close(descriptor)
    close(input)
  }

  /// Leaves a message; the pipe holds one byte however many wait.
  public func post(_ message: Message) {
    messages.withLock { messages in
      messages.append(message)
      if messages.count == 1 { _ = write(input, [0], 1) }
    }
  }

  /// Takes all messages in the order in which they came.
  public func drain() -> [Message] {
    messages.withLock { messages in
      guard !messages.isEmpty else { return [] }
      var byte: UInt8 = 0
      _ = read(descriptor, &byte, 1)
      defer { messages = [] }
      return messages
    }
  }
}
