import AmendsPolicy
import Dispatch
import Inbox
import Synchronization
import Terminal

/// Has the second reader read drafts on a thread of its own; of those that wait only the newest is read.
final class Readings: Sendable {
  private let wording: LateWording
  private let reader: LateReader
  private let mailbox: Mailbox<Event>
  private let queue = DispatchQueue(label: "amends.readings", qos: .userInitiated)
  private let waiting = Mutex<ReadingRequest?>(nil)

  init(wording: LateWording, reader: LateReader, mailbox: Mailbox<Event>) {
    self.wording = wording
    self.reader = reader
    self.mailbox = mailbox
  }

  /// Begins a reading; its answer comes by the mailbox, unless a newer request takes its place.
  func begin(_ request: ReadingRequest) {
    let isFirst = waiting.withLock { waiting in
      defer { waiting = request }
      return waiting == nil
    }
    if isFirst { queue.async { self.readNewest() } }
  }

  private func readNewest() {
    let newest = waiting.withLock { waiting in
      defer { waiting = nil }
      return waiting
    }
    guard let request = newest else { return }
    mailbox.post(.answered(.read(request, answer(to: request))))
  }

  private func answer(to request: ReadingRequest) -> ReadingAnswer {
    switch reader.standing {
    case .absent(let reason): .rulesAlone(reason)
    case .ready:
      reader.second(wording.policy, request.text, request.context).map { .opinion($0) }
        ?? .rulesAlone("")
    }
  }
}
