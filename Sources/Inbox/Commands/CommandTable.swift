/// The commands with their titles, help, contexts and default keys.
///
/// Dispatch, footer, `?`, palette and the README's key list all come from here.
public enum CommandTable {
  /// Every command, in the order in which help and palette show them.
  public static let all: [CommandInfo] =
    going + working + onePerson + writing + asking + leaving + program + viewing + moving

  static let byCommand: [Command: CommandInfo] = Dictionary(
    all.map { ($0.command, $0) }, uniquingKeysWith: { first, _ in first })

  /// The commands of a context, in the order of the table.
  public static func commands(in context: CommandContext) -> [CommandInfo] {
    all.filter { !$0.contexts.isDisjoint(with: context) }
  }

  /// The commands that the foot of a screen names, from the left.
  static func footer(of context: CommandContext) -> [CommandInfo] {
    commands(in: context).filter { $0.footer != nil }
      .sorted { ($0.footer ?? 0) < ($1.footer ?? 0) }
  }

  private static let moving: [CommandInfo] = [
    CommandInfo(
      .moveDown, "down", "Move down one line", in: .browsing, keys: ["j", "down"]),
    CommandInfo(.moveUp, "up", "Move up one line", in: .browsing, keys: ["k", "up"]),
    CommandInfo(
      .pageDown, "page down", "Move down one page", in: .browsing,
      keys: ["pagedown", "ctrl-f", "space"]),
    CommandInfo(
      .pageUp, "page up", "Move up one page", in: .browsing, keys: ["pageup", "ctrl-b"]),
    CommandInfo(
      .halfPageDown, "half down", "Move down half a page", in: .browsing, keys: ["ctrl-d"]),
    CommandInfo(
      .halfPageUp, "half up", "Move up half a page", in: .browsing, keys: ["ctrl-u"]),
    CommandInfo(.moveFirst, "first", "Go to the first line", in: .browsing, keys: ["g", "home"]),
    CommandInfo(.moveLast, "last", "Go to the last line", in: .browsing, keys: ["G", "end"]),
  ]

  private static let going: [CommandInfo] = [
    CommandInfo(
      .open, "open", "Open the customer of the review, with the whole timeline", in: .list,
      keys: ["enter", "l", "right"], footer: 1),
    CommandInfo(
      .back, "back", "Go back; a draft is kept as it is",
      in: [.customer, .composer, .outbox, .sheet],
      keys: ["escape", "q", "left"], composer: ["escape"], footer: 9),
    CommandInfo(
      .nextReview, "next review", "Go to the next review of the list", in: .customer,
      keys: ["J", "ctrl-n"]),
    CommandInfo(
      .previousReview, "previous review", "Go to the previous review of the list", in: .customer,
      keys: ["K", "ctrl-p"]),
  ]

  private static let working: [CommandInfo] = [
    CommandInfo(
      .compose, "compose", "Write the reply to this review, or go on with the draft",
      in: [.list, .customer], keys: ["c"], footer: 2),
    CommandInfo(
      .resumeDraft, "drafts", "Go on with the draft that was written last", in: .list, keys: ["D"]),
    CommandInfo(
      .setCause, "cause", "Say why the review is bad", in: [.list, .customer], keys: ["t"],
      undoable: true, footer: 3),
    CommandInfo(
      .takeCause, "take cause", "Take the cause that the text suggests, on all marked",
      in: [.list, .customer], keys: ["T"], undoable: true),
    CommandInfo(
      .snooze, "snooze", "Put it off until a time, or until they write; or wake it",
      in: [.list, .customer], keys: ["z"], undoable: true),
    CommandInfo(
      .report, "report", "Ask the marketplace to take it down: grounds and text",
      in: [.list, .customer], keys: ["M"]),
    CommandInfo(
      .settle, "resolved", "The matter is settled with the customer", in: [.list, .customer],
      keys: ["s"], undoable: true),
    CommandInfo(
      .closeReview, "close", "Leave it in peace: nothing more will be done",
      in: [.list, .customer], keys: ["e"], undoable: true),
    CommandInfo(
      .reopen, "reopen", "Open it again", in: [.list, .customer], keys: ["E"], undoable: true),
    CommandInfo(
      .reviewGone, "removed", "Note that the marketplace shows the review no more",
      in: [.list, .customer], keys: ["v"], undoable: true),
    CommandInfo(
      .mark, "mark", "Mark the review; cause, snooze, close act on all marked", in: .list,
      keys: ["x"], footer: 4),
    CommandInfo(
      .markAllShown, "mark shown", "Mark all that are shown, or none", in: .list, keys: ["X"]),
    CommandInfo(
      .search, "search", "Search text, names, orders and ASINs as you type", in: .list,
      keys: ["/"], footer: 5),
    CommandInfo(
      .filter, "filter", "Filter by stars, cause, contact, age, kind, state and words",
      in: .list, keys: ["f"], footer: 6),
    CommandInfo(
      .nextOrder, "order", "Change the order: urgency, newest, oldest, stars", in: .list,
      keys: ["S"]),
    CommandInfo(
      .views, "views", "Show the saved views with their counts; choose one", in: .list,
      keys: ["V"]),
    CommandInfo(.view0, "usual list", "Go back to the usual list", in: .list, keys: ["0"]),
    CommandInfo(
      .clear, "clear", "Clear search, filter and marks", in: .list, keys: ["escape"]),
    CommandInfo(
      .copyOrder, "copy order", "Copy the order number to the clipboard", in: [.list, .customer],
      keys: ["y"]),
    CommandInfo(
      .importFile, "import", "Import a file of reviews, feedback, sales or contacts", in: .list,
      keys: ["i"]),
  ]

  private static let onePerson: [CommandInfo] = [
    CommandInfo(
      .record, "record", "Record a contact made elsewhere: the cooldown counts it",
      in: .customer, keys: ["r"], undoable: true, footer: 4),
    CommandInfo(
      .note, "note", "Write a note that only the shop sees", in: .customer, keys: ["n"],
      undoable: true, footer: 5),
    CommandInfo(
      .refundAsked, "asked for refund", "Record that they asked for a refund of their own will",
      in: .customer, keys: ["$"], undoable: true),
    CommandInfo(
      .optOut, "opted out", "Record that they opted out of messages", in: .customer, keys: ["O"],
      undoable: true),
    CommandInfo(
      .doNotContact, "never contact", "Mark the person as never to be contacted", in: .customer,
      keys: ["d"], undoable: true, footer: 6),
    CommandInfo(
      .merge, "merge", "Merge with another customer; cannot be undone", in: .customer,
      keys: ["m"]),
  ]

  private static let writing: [CommandInfo] = [
    CommandInfo(
      .queueReply, "queue", "Check once more and put the reply into the outbox", in: .composer,
      composer: ["ctrl-s"], undoable: true, footer: 1),
    CommandInfo(
      .nextFinding, "next finding", "Go to the next finding in the text", in: .composer,
      composer: ["ctrl-n"], footer: 2),
    CommandInfo(
      .useRewrite, "use wording", "Put the safe wording in the place of the finding",
      in: .composer, composer: ["ctrl-r"], footer: 3),
    CommandInfo(
      .insertStarter, "starting text", "Put in a text to begin with, by cause and language",
      in: .composer, composer: ["ctrl-t"], footer: 5),
    CommandInfo(
      .chooseRoute, "other way", "Choose another way to react to this review", in: .composer,
      composer: ["ctrl-o"]),
    CommandInfo(
      .editExternally, "$EDITOR", "Edit the text in $VISUAL or $EDITOR", in: .composer,
      composer: ["ctrl-e"], footer: 4),
    CommandInfo(
      .discardDraft, "discard", "Put the draft away; it is not offered again",
      in: .composer, composer: ["alt-x"], undoable: true),
  ]

  private static let leaving: [CommandInfo] = [
    CommandInfo(
      .why, "why", "Explain each clock: what holds, until when, who says so",
      in: [.list, .customer, .composer, .outbox], keys: ["w", "f4"], composer: ["f4"]),
    CommandInfo(
      .outbox, "outbox", "Show what waits to leave", in: [.list, .customer], keys: ["o"],
      footer: 8),
    CommandInfo(
      .handOver, "hand over", "Show and copy the text, to be sent by hand", in: .outbox,
      keys: ["enter"], footer: 1),
    CommandInfo(
      .recall, "recall", "Take it back into a draft", in: .outbox, keys: ["r", "delete"],
      footer: 2),
    CommandInfo(
      .hold, "hold/go on", "Hold it, or let it go on", in: .outbox, keys: ["h"], footer: 3),
    CommandInfo(
      .sendNow, "send now", "Let it leave now, as far as the limits allow", in: .outbox,
      keys: ["s"], footer: 4),
    CommandInfo(
      .sendAllDue, "send due", "Let everything leave that is due", in: .outbox, keys: ["S"],
      footer: 5),
    CommandInfo(
      .resolveSent, "was sent", "Say that an uncertain message was sent", in: .outbox,
      keys: ["y", "Y"], footer: 6),
    CommandInfo(
      .resolveUnsent, "was not", "Say that an uncertain message was not sent", in: .outbox,
      keys: ["n", "N"], footer: 7),
    CommandInfo(
      .lookUp, "look up", "Look what became of an uncertain message", in: .outbox, keys: ["l"],
      footer: 8),
    CommandInfo(
      .stopSending, "stop sending", "Let nothing leave until it is allowed again", in: .browsing,
      keys: ["!"]),
    CommandInfo(
      .allowSending, "allow sending", "Allow sending again, with a reason", in: .browsing,
      keys: ["A"]),
  ]

  private static let program: [CommandInfo] = [
    CommandInfo(
      .undo, "undo", "Undo the last thing that can be undone", in: .browsing, keys: ["u"],
      footer: 10),
    CommandInfo(
      .palette, "command", "Find and give any command", in: .everywhere, keys: [":"],
      composer: ["alt-:", "f2"], footer: 11),
    CommandInfo(
      .theme, "theme", "Choose the colours; each theme is shown as you go to it",
      in: .everywhere, keys: ["f3"], composer: ["f3"]),
    CommandInfo(
      .help, "help", "Show the keys of this screen", in: .everywhere, keys: ["?", "f1"],
      composer: ["f1"], footer: 12),
    CommandInfo(
      .refresh, "refresh", "Read the screen's data again", in: .browsing, keys: ["R", "f5"]),
    CommandInfo(
      .redraw, "redraw", "Paint the whole screen again", in: .everywhere, keys: ["ctrl-l"],
      composer: ["ctrl-l"]),
    CommandInfo(
      .suspend, "suspend", "Stop Amends and go back to the shell; fg returns", in: .everywhere,
      keys: ["ctrl-z"], composer: []),
    CommandInfo(
      .quit, "quit", "Leave Amends; drafts are safe", in: .browsing,
      keys: ["Q", "ctrl-c"], list: ["q"]),
  ]
}
