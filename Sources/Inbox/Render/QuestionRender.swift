import AmendsPolicy
import Ledger
import Screen

extension Inbox {
  /// The question and what explains it, then the answers; where room is short the answers stay.
  func draw(_ choice: Choice, on canvas: inout Canvas, _ size: Size) {
    let room = Canvas.boxRoom(size)
    let escape = BoxLine.key("escape", "leaves it as it is")
    let answers = answers(of: choice, in: room) + [escape]
    guard answers.count < room.rows else {
      let tight = BoxLine.twoColumns(plainAnswers(of: choice) + [escape], width: room.columns)
      _ = canvas.box(choice.title, tight, in: size)
      return
    }
    let question =
      BoxLine.wrapped(choice.title, .textStrong, width: room.columns)
      + choice.lines.flatMap { BoxLine.wrapped($0, .text, width: room.columns) }
    let shown = question.prefix(max(1, room.rows - answers.count))
    canvas.box("", shown + answers, in: size)
  }

  /// The answers, each with its note where all notes have room; those that cannot be given are dimmed.
  private func answers(of choice: Choice, in room: Size) -> [BoxLine] {
    let plain = plainAnswers(of: choice)
    let noted = zip(choice.options, plain).flatMap { option, line in
      [line] + (option.note.isEmpty ? [] : notes(of: option, in: room))
    }
    let isRoom = noted.count > plain.count && noted.count <= room.rows - 3
    return isRoom ? noted : columns(of: plain, in: room)
  }

  private func plainAnswers(of choice: Choice) -> [BoxLine] {
    choice.options.map { option in
      let isOpen = option.obstacle == nil
      return .key(
        "\(option.key)", option.words, isOpen ? .key : .textDim, isOpen ? .text : .textDim)
    }
  }

  private func notes(of option: Choice.Option, in room: Size) -> [BoxLine] {
    Wrap.lines(option.note, columns: max(1, room.columns - 3))
      .map { BoxLine("   " + $0, option.obstacle == nil ? .text : .textDim) }
  }

  /// Answers side by side where they do not fit below each other.
  private func columns(of options: [BoxLine], in room: Size) -> [BoxLine] {
    guard options.count > room.rows - 3 else { return options }
    let half = (options.count + 1) / 2
    let width = (options.map(\.width).max() ?? 0) + 2
    return (0..<half).map { index in
      var line = options[index]
      guard index + half < options.count else { return line }
      line.parts.append((.spaces(width - line.width), .text))
      line.append(options[index + half])
      return line
    }
  }

  /// The text to be sent by hand with its two answers, which stay in sight whatever the room is.
  func draw(_ handOver: HandOver, on canvas: inout Canvas, _ size: Size) {
    let room = Canvas.boxRoom(size)
    let answers: [BoxLine] = [
      .key("y", "I have sent it: it counts now"), .key("n", "it was not sent: back it goes"),
      .key("c", "copy it once more"),
    ]
    let intro = BoxLine.wrapped(
      "It is on the clipboard: paste it where you answer this customer, send it, then say so here.",
      .textDim, width: room.columns)
    let isTight = room.rows < intro.count + answers.count + 5
    let head = isTight ? [] : intro + [.blank]
    let tail = isTight ? answers : [.blank] + answers
    let text = self.text(
      of: handOver.item, width: room.columns, rows: room.rows - head.count - tail.count)
    canvas.box("To \(addressee(of: handOver.item))", head + text + tail, in: size)
  }

  private func addressee(of item: OutboxItem) -> String {
    item.recipient ?? item.order.map { "the buyer of order \($0)" } ?? "the customer"
  }

  /// The start of a reply, with a word on how much more there is.
  private func text(of item: OutboxItem, width: Int, rows: Int) -> [BoxLine] {
    let lines = BoxLine.wrapped(item.text, .draft, width: width)
    guard lines.count > rows else { return lines }
    guard rows > 0 else { return [] }
    let rest = lines.count - rows + 1
    return lines.prefix(rows - 1) + [BoxLine(SafeText("… \(rest) more lines"), .textDim)]
  }
}
