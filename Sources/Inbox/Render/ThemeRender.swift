import Screen

extension Inbox {
  /// How the picker divides its room: names with their kinds, then what is to be said of one of them.
  struct PickerLayout {
    /// The columns of names and kinds.
    var columns: Int
    /// How many names are shown at once.
    var names: Int
    /// How many rows the remark has.
    var remark: Int

    init(_ size: Size) {
      columns = min(30, max(1, size.columns - 4))
      remark = size.rows < 16 ? 1 : 3
      names = max(1, size.rows - 5 - remark)
    }
  }

  /// The themes at the right edge, so that the screen behind shows what each looks like.
  func draw(_ picker: ThemePicker, on canvas: inout Canvas, _ size: Size) {
    let layout = PickerLayout(size)
    let options = picker.options ?? []
    let first = Scroll.top(selected: picker.selected, rows: layout.names, count: options.count)
    let names = options.enumerated().dropFirst(first).prefix(layout.names).map { index, option in
      line(of: option, index, isSelected: index == picker.selected, layout)
    }
    let reading = BoxLine("reading …", .textDim)
    let lines = (picker.options == nil ? [reading] : names) + notes(on: picker, layout)
    let place = Rect(
      row: 0, column: size.columns - layout.columns - 4,
      rows: min(size.rows - 1, lines.count + 2), columns: layout.columns + 4)
    let inner = canvas.box("Theme", lines, at: place.intersection(size.bounds))
    canvas.cursor = Point(row: inner.row + picker.selected - first, column: inner.column)
  }

  private func line(
    of option: ThemeOption,
    _ index: Int,
    isSelected: Bool,
    _ layout: PickerLayout
  ) -> BoxLine {
    let kinds = 6
    var line = BoxLine([
      (SafeText(option.name), isSelected ? .listSelected : .text, max(1, layout.columns - kinds)),
      (
        SafeText(option.kind).padded(columns: kinds), isSelected ? .listSelected : .textDim, kinds
      ),
    ])
    line.targets = [(0..<layout.columns, .option(index))]
    return line
  }

  /// The remark on the theme that is gone to, in its own room, and the ways out.
  private func notes(on picker: ThemePicker, _ layout: PickerLayout) -> [BoxLine] {
    let remark = BoxLine.wrapped(
      picker.selectedOption?.remark ?? "", .findingWarn, width: layout.columns)
    let shown = (remark + Array(repeating: .blank, count: layout.remark)).prefix(layout.remark)
    return shown + [BoxLine("enter keeps · escape goes back", .textDim)]
  }
}
