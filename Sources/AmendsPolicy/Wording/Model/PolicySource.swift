/// Where a rule comes from, and when somebody last read it there.
public struct PolicySource: Hashable, Sendable {
  /// The name of the page or law.
  public var title: String
  /// Its address.
  public var url: String
  /// The day it was last read, `YYYY-MM-DD`.
  public var checked: String

  /// Makes a source from its title, address and the day it was read.
  public init(title: String, url: String, checked: String) {
    self.title = title
    self.url = url
    self.checked = checked
  }
}
