public import Screen

/// A theme that a person can choose, or why it cannot be chosen.
public struct ThemeOption: Hashable, Sendable {
  /// What came of reading it.
  public enum Content: Hashable, Sendable {
    /// It can be used.
    case theme(Theme)
    /// It is broken; the words say where and how.
    case fault(String)
  }

  /// The name by which it is chosen.
  public let name: String
  /// Whether it is the person's own.
  public let isOwn: Bool
  /// What came of reading it.
  public let content: Content
  /// What is wrong with it, or hard to read in it; empty where nothing is.
  public let remark: String

  /// A theme to choose; its contrast is measured here.
  public init(name: String, isOwn: Bool, content: Content) {
    self.name = name
    self.isOwn = isOwn
    self.content = content
    remark =
      switch content {
      case .fault(let words): words
      case .theme(let theme): theme.weakSpots().first.map { "hard to read: \($0)" } ?? ""
      }
  }

  var theme: Theme? {
    if case .theme(let theme) = content { return theme }
    return nil
  }

  /// Where it is from, or for which background it was made.
  var kind: String {
    guard let theme else { return "broken" }
    return isOwn ? "yours" : theme.appearance.rawValue
  }
}
