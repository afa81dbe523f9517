extension CommandTable {
  /// What shows the saved views by their figures.
  static let viewing: [CommandInfo] = SavedView.keys.compactMap { key in
    Command.view(key).map {
      CommandInfo($0, "view \(key)", "Show saved view \(key)", in: .list, keys: ["\(key)"])
    }
  }
}

extension Command {
  private static let figures: [Command] = [
    .view0, .view1, .view2, .view3, .view4, .view5, .view6, .view7, .view8, .view9,
  ]

  /// The command that shows the view on a figure; the usual list is on 0.
  static func view(_ key: Int) -> Command? { figures.indices.contains(key) ? figures[key] : nil }

  /// The figure of the view that it shows; `nil` for another command.
  var viewKey: Int? { Self.figures.firstIndex(of: self) }
}
