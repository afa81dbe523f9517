import Glibc

/// Where configuration, desk and state lie.
struct Places: Equatable, Sendable {
  /// The folder of `config.toml`, `themes/` and `packs/`.
  var config: String
  /// The folder of the desk.
  var data: String
  /// The folder of what is only worth keeping for a while.
  var state: String
  /// The folder of what can be made again.
  var cache: String

  /// The folders of the XDG base directory specification, or one for all where it is given.
  init(desk: String?) {
    if let desk {
      (config, data, state, cache) = (desk, desk, desk, desk + "/cache")
    } else {
      config = Self.base("XDG_CONFIG_HOME", ".config") + "/amends"
      data = Self.base("XDG_DATA_HOME", ".local/share") + "/amends"
      state = Self.base("XDG_STATE_HOME", ".local/state") + "/amends"
      cache = Self.base("XDG_CACHE_HOME", ".cache") + "/amends"
    }
  }

  /// The configuration's file.
  var configFile: String { config + "/config.toml" }
  /// The desk's database.
  var deskFile: String { data + "/desk.sqlite" }
  /// The lock of the desk's writers, whose time says when somebody has written.
  var deskLock: String { data + "/desk.lock" }
  /// The lock of the desk's senders, which says who sends.
  var senderLock: String { data + "/sender.lock" }
  /// The second reader's model.
  var readerFile: String { data + "/reader.amends" }
  /// Rule packs of one's own, unless the configuration names another folder.
  var packs: String { config + "/packs" }
  /// Readings of the second reader that were looked at and are not shared.
  var allowedReadings: String { config + "/readings-allowed.jsonl" }
  /// Texts of drafts that are lent to a person's own editor.
  var editorFolder: String { state + "/editor" }
  /// Themes of one's own.
  var themes: String { config + "/themes" }

  /// A path as a person writes it: `~/` is home, anything relative belongs to a folder.
  static func expand(_ path: String, in folder: String) -> String {
    if path == "~" { return home }
    if path.hasPrefix("~/") { return home + path.dropFirst(1) }
    return path.hasPrefix("/") ? path : "\(folder)/\(path)"
  }

  /// A base folder; the specification has relative ones ignored.
  private static func base(_ name: String, _ usual: String) -> String {
    if let value = Environment.value(name), value.hasPrefix("/") { return value }
    return "\(home)/\(usual)"
  }

  private static var home: String {
    if let home = Environment.value("HOME") { return home }
    return getpwuid(geteuid()).map { String(cString: $0.pointee.pw_dir) } ?? "."
  }
}

/// The variables that the shell hands over.
enum Environment {
  /// The value of a variable; `nil` where it is missing or empty.
  static func value(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// The name of whoever is logged in.
  static var login: String {
    if let entry = getpwuid(geteuid()) { return String(cString: entry.pointee.pw_name) }
    return value("USER") ?? "agent"
  }
}
