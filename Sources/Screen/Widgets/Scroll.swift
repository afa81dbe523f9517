/// Which part of something long is shown, as a pure function of what is selected.
public enum Scroll {
  /// The first row to show, so that the selected one is in the middle as far as the ends allow.
  public static func top(selected: Int, rows: Int, count: Int) -> Int {
    max(0, min(selected - rows / 2, count - rows))
  }

  /// The first row to show, moved from where it was no more than needed to show the selected one.
  public static func top(selected: Int, rows: Int, count: Int, from top: Int) -> Int {
    let visible = min(max(top, selected - rows + 1), selected)
    return max(0, min(visible, count - rows))
  }
}
