import Dispatch
import Glibc
import Import
import Inbox
import Store
import Terminal

/// Takes in what comes into the shop's mailboxes for as long as the inbox is open; idle while nothing comes.
///
/// Each mailbox is looked into once at the start, then whenever the kernel reports a change. What is wrong with
/// one is told once.
final class MailWatch {
  private let boxes: [String]
  private let news: (String) -> MailNews
  private let mailbox: Mailbox<Event>
  private let events: FileEvents
  /// The mailbox that each watch belongs to, and the only name there that counts, where one does.
  private var watches: [Int32: [(box: String, name: String?)]] = [:]
  private var told: Set<String> = []

  /// A watch over mailboxes; `nil` where there are none, or the kernel has no watches left.
  init?(boxes: [String], mailbox: Mailbox<Event>, news: @escaping (String) -> MailNews) {
    guard !boxes.isEmpty, let events = FileEvents() else { return nil }
    self.boxes = boxes
    self.mailbox = mailbox
    self.news = news
    self.events = events
  }

  /// Watches from a thread of its own, for as long as the program runs.
  static func start(
    boxes: [String], mailbox: Mailbox<Event>, news: @escaping @Sendable (String) -> MailNews
  ) {
    DispatchQueue(label: "amends.mail", qos: .utility).async {
      MailWatch(boxes: boxes, mailbox: mailbox, news: news)?.run()
    }
  }

  private func run() {
    for box in boxes { watch(box) }
    boxes.forEach(look)
    while let changes = events.next() {
      let isLost = changes.contains(where: \.isOverflow)
      boxes.filter { isLost || isTouched($0, by: changes) }.forEach(look)
    }
  }

  /// A Maildir changes in its folders; an mbox file is watched through the folder around it, since mail programs
  /// also put another file in its place.
  private func watch(_ box: String) {
    guard let kind = try? MailboxKind.look(at: box) else { return }
    switch kind {
    case .folder:
      for folder in [box, "\(box)/new", "\(box)/cur"] {
        add(
          events.watch(
            folder, Int32(IN_CREATE), Int32(IN_MOVED_TO), Int32(IN_CLOSE_WRITE),
            Int32(IN_DELETE_SELF)), box, name: nil)
      }
    case .mbox:
      let parts = box.split(separator: "/")
      let folder = "/" + parts.dropLast().joined(separator: "/")
      let name = parts.last.map(String.init) ?? ""
      let watch = events.watch(
        folder, Int32(IN_CLOSE_WRITE), Int32(IN_MOVED_TO), Int32(IN_DELETE))
      for name in [name, "\(name).lock"] { add(watch, box, name: name) }
    }
  }

  private func add(_ watch: Int32?, _ box: String, name: String?) {
    if let watch { watches[watch, default: []].append((box, name)) }
  }

  private func isTouched(_ box: String, by changes: [FileEvents.Change]) -> Bool {
    changes.contains { change in
      watches[change.watch, default: []].contains {
        $0.box == box && ($0.name ?? change.name) == change.name
      }
    }
  }

  private func look(_ box: String) {
    do throws(ImportFailure) {
      guard let words = try news(box).take().words(of: box) else { return }
      mailbox.post(.answered(.imported(words)))
    } catch {
      let words = "[mail] see amends doctor: \(error.words)"
      if told.insert(words).inserted { mailbox.post(.answered(.failed(words))) }
    }
  }
}
