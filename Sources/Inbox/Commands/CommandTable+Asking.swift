extension CommandTable {
  /// What is done on the sheet that asks the marketplace for something.
  static let asking: [CommandInfo] = [
    CommandInfo(
      .copyRequest, "copy text", "Copy the text for the marketplace", in: .sheet, keys: ["y"],
      footer: 1),
    CommandInfo(
      .recordRequest, "asked", "Note in the timeline that the marketplace was asked", in: .sheet,
      keys: ["r"], undoable: true, footer: 2),
    CommandInfo(
      .nextFulfilment, "fulfilled by", "Say who fulfilled the order: the delivery depends on it",
      in: .sheet, keys: ["f"], footer: 3),
  ]
}
