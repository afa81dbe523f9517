import Inbox
import Ledger

extension SettingReader {
  private static let viewKeys = ["name", "filter", "order"]
  private static let mostCharacters = 30

  /// A saved view: its filter, or a table with a name and an order beside.
  static func view(_ value: Setting, on key: String) throws(SettingFault) -> SavedView {
    guard let number = Int(key), "\(number)" == key, SavedView.keys.contains(number) else {
      throw SettingFault(reason: "views are on the keys 1 to 9")
    }
    if case .string(let filter) = value { return try view(number, nil, filter, .urgency) }
    guard case .table(let table) = value else {
      throw SettingFault(
        reason: "this is \(value.kind); expected a filter, or { name = …, filter = … }")
    }
    for name in table.keys.sorted() where !viewKeys.contains(name) {
      throw SettingFault(
        reason: "a view has no \(name)\(Suggestion.words(for: name, among: viewKeys));"
          + " known are \(viewKeys.joined(separator: ", "))")
    }
    guard let filter = table["filter"] else { throw SettingFault(reason: "filter is missing") }
    var name: String?
    var order = ReviewOrder.urgency
    if let value = table["name"] { name = try viewName(value) }
    if let value = table["order"] { order = try choice(value, ReviewOrder.self) }
    return try view(number, name, try text(filter), order)
  }

  private static func view(
    _ key: Int,
    _ name: String?,
    _ filter: String,
    _ order: ReviewOrder
  ) throws(SettingFault) -> SavedView {
    guard name != nil || !filter.isEmpty else {
      throw SettingFault(reason: "the usual list is on 0; a view of all of it needs a name")
    }
    do throws(FilterError) {
      return try SavedView(key: key, name: name, filter: filter, order: order)
    } catch {
      throw SettingFault(reason: error.description)
    }
  }

  private static func viewName(_ value: Setting) throws(SettingFault) -> String {
    let name = try text(value)
    guard (1...mostCharacters).contains(name.count) else {
      throw SettingFault(reason: "a name has 1 to \(mostCharacters) characters")
    }
    return name
  }
}
