import AmendsPolicy
import Ledger
import Screen

extension Inbox {
  func draw(_ palette: Palette, on canvas: inout Canvas, _ size: Size) {
    let room = Canvas.boxRoom(size)
    let rows = min(17, max(2, room.rows))
    let matches = palette.matches
    let first = max(0, palette.selected - (rows - 2))
    var lines: [BoxLine] = [.blank]
    for (index, info) in matches.dropFirst(first).prefix(rows - 1).enumerated() {
      var line = line(
        of: info, in: palette.context, isSelected: first + index == palette.selected,
        columns: room.columns)
      line.targets = [(0..<room.columns, .option(first + index))]
      lines.append(line)
    }
    if matches.isEmpty { lines.append(BoxLine("no command fits", .textDim)) }
    let inner = canvas.box(
      "Command", lines, in: size, least: Size(rows: rows, columns: room.columns))
    draw(palette.prompt, behind: ": ", on: &canvas, inner)
  }

  private func line(
    of info: CommandInfo,
    in context: CommandContext,
    isSelected: Bool,
    columns: Int
  ) -> BoxLine {
    let key = settings.keymap.keys(for: info.command, in: context).first.map { "\($0)" } ?? ""
    let role: Role = isSelected ? .listSelected : .text
    let name: Role = isSelected ? .listSelected : .textStrong
    var parts = [(text: SafeText(info.command.rawValue), role: name, width: 17)]
    if columns >= 60 { parts.append((SafeText(key), isSelected ? .listSelected : .key, 10)) }
    let used = parts.reduce(0) { $0 + $1.width }
    parts.append((SafeText(info.help).padded(columns: max(0, columns - used)), role, 0))
    return BoxLine(parts)
  }

  /// A line for typing with a word before it, in the first row of a rectangle; takes the cursor.
  private func draw(
    _ prompt: Prompt,
    behind label: String,
    on canvas: inout Canvas,
    _ rect: Rect
  ) {
    guard rect.rows > 0 else { return }
    let used = canvas.put(
      label, row: rect.row, column: rect.column, .key, width: rect.columns / 2, over: .prompt)
    canvas.cursor = prompt.draw(
      into: &canvas.grid, at: rect.row, rect.column + used,
      columns: max(1, rect.columns - used), style: canvas.theme[.prompt])
  }

  func draw(_ layer: PromptLayer, on canvas: inout Canvas, _ size: Size) {
    let line = Rect(row: size.rows - 1, column: 0, rows: 1, columns: size.columns)
    canvas.fill(line, .prompt)
    draw(layer.prompt, behind: " \(layer.label): ", on: &canvas, line)
    let isFaulty = !layer.fault.isEmpty
    let words = isFaulty ? "! \(layer.fault)" : meaning(of: layer) ?? layer.hint
    guard !words.isEmpty, size.rows > 3 else { return }
    let notes =
      isFaulty
      ? Wrap.lines(words, columns: max(1, size.columns - 2), limit: min(4, size.rows - 2))
      : [SafeText(words)]
    for (index, note) in notes.enumerated() {
      let row = size.rows - 1 - notes.count + index
      canvas.fill(Rect(row: row, column: 0, rows: 1, columns: size.columns), .text)
      canvas.put(
        note, row: row, column: 1, isFaulty ? .statusError : .promptHint,
        width: size.columns - 2)
    }
  }

  /// What a line means as it stands, where it says a time; what it may become, where it is a filter.
  private func meaning(of layer: PromptLayer) -> String? {
    if layer.purpose == .filter {
      let words = FilterCompletion(layer.prompt.text).words
      return words.isEmpty ? nil : "tab: " + words.joined(separator: " ")
    }
    guard let snooze = layer.snooze else { return nil }
    let words = settings.rules.words(of: snooze)
    return snooze == .untilTheyWrite ? words : "\(words), or until they write"
  }

  func draw(_ form: Form, on canvas: inout Canvas, _ size: Size) {
    let room = Canvas.boxRoom(size)
    let width = max(1, min(60, room.columns))
    let field = form.fields[form.focused]
    let note =
      form.fault.isEmpty
      ? BoxLine(SafeText(field.hint), .promptHint)
      : BoxLine("! " + SafeText(form.fault), .statusError)
    let lines =
      form.fields.map { _ in BoxLine.blank } + [
        note, BoxLine("enter next, then save · escape no", .textDim),
      ]
    let inner = canvas.box(
      "A contact made elsewhere", lines, in: size, least: Size(rows: 0, columns: width))
    draw(form.fields, focused: form.focused, on: &canvas, inner)
  }

  private func draw(
    _ fields: [Form.Field],
    focused: Int,
    on canvas: inout Canvas,
    _ rect: Rect
  ) {
    let labels = min(11, rect.columns / 2)
    var cursor: Point?
    for (index, field) in fields.enumerated() where index < rect.rows {
      let row = rect.row + index
      canvas.put(
        field.label, row: row, column: rect.column, index == focused ? .key : .textDim,
        width: labels - 1)
      let point = field.prompt.draw(
        into: &canvas.grid, at: row, rect.column + labels, columns: max(1, rect.columns - labels),
        style: canvas.theme[.prompt])
      if index == focused { cursor = point }
    }
    canvas.cursor = cursor
  }
}
