import Glibc
import Screen

/// The theme in a person's configuration, which is changed there only where nothing else can change with it.
struct ThemeSetting: Sendable {
  /// The configuration's file.
  let file: String
  /// Its folder.
  let folder: String

  /// Puts a theme's name into the file, and says what became of it.
  func keep(_ name: String) -> (words: String, isKept: Bool) {
    do throws(SmallFileFault) {
      try write(name)
      return ("theme \(name), kept in \(file)", true)
    } catch {
      let line = "theme = \"\(name)\" below [screen] in \(file)"
      return ("theme for this run: to keep it write \(line) (\(error.words))", false)
    }
  }

  private func write(_ name: String) throws(SmallFileFault) {
    let text = try present()
    guard let changed = ThemeLine.text(text, theme: name, file: file, folder: folder) else {
      throw .unreadable("the file is not as plain as it should be")
    }
    guard changed != text else { return }
    try replace(text, by: changed)
  }

  /// The text of the file, empty where there is none; a link is left to whoever has made it.
  private func present() throws(SmallFileFault) -> String {
    var info = stat()
    guard lstat(file, &info) == 0 else {
      guard errno == ENOENT else { throw .unreadable(String(cString: strerror(errno))) }
      return ""
    }
    guard info.st_mode & S_IFMT == S_IFREG, info.st_uid == geteuid(), info.st_nlink == 1 else {
      throw .unreadable("the file is a link, or another's")
    }
    return try SmallFile.text(file, most: Workplace.mostConfigBytes, isTrusted: true)
  }

  /// Puts another text in the file's place, whole or not at all, unless it was changed meanwhile.
  private func replace(_ text: String, by changed: String) throws(SmallFileFault) {
    let draft = try draft(of: changed)
    guard try present() == text else { throw .unreadable("it was just changed") }
    do throws(Failure) { try draft.commit() } catch { throw .unreadable(error.message) }
  }

  /// A text that is to take the file's place, with its permissions.
  private func draft(of text: String) throws(SmallFileFault) -> WholeFile {
    PrivateFolder.make(folder)
    do throws(Failure) {
      let draft = try WholeFile(file, replacing: true)
      var info = stat()
      if stat(file, &info) == 0 { fchmod(draft.descriptor, info.st_mode & 0o777) }
      try draft.write(Array(text.utf8)[...])
      return draft
    } catch {
      throw .unreadable(error.message)
    }
  }
}

/// The line of a configuration that names the theme.
enum ThemeLine {
  /// The text with another theme in it, everything else as it was written; `nil` where that is not certain.
  ///
  /// The line is found by its look and the result by its meaning: both texts are read, and must say the same
  /// but for the theme.
  static func text(_ text: String, theme name: String, file: String, folder: String) -> String? {
    guard ThemeLine.isPlain(name) else { return nil }
    let before = ConfigurationReader.read(text, file: file, folder: folder)
    if before.configuration.theme == name { return text }
    let changed = put(name, into: text)
    let after = ConfigurationReader.read(changed, file: file, folder: folder)
    var wanted = before.configuration
    wanted.theme = name
    let others = before.faults.filter { $0.key != SettingKey.theme.rawValue }
    guard after.configuration == wanted, after.faults.map(\.key) == others.map(\.key) else {
      return nil
    }
    return changed
  }

  /// Whether a name can stand between quotes as it is.
  private static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && SafeText(name).string == name && !name.contains("\"") && !name.contains("\\")
  }

  private static func put(_ name: String, into text: String) -> String {
    let setting = "theme = \"\(name)\""
    let number = SettingLines(text).line(of: SettingKey.theme.rawValue)
    guard number > 0 else {
      let gap = text.isEmpty ? "" : text.hasSuffix("\n") ? "\n" : "\n\n"
      return text + gap + "[screen]\n\(setting)\n"
    }
    var lines = SettingLines.split(text)
    let line = lines[number - 1]
    if line.drop(while: \.isWhitespace).hasPrefix("theme") {
      lines[number - 1] = line.prefix(while: \.isWhitespace) + setting + behindValue(of: line)
    } else {
      lines.insert(setting, at: number)
    }
    return lines.joined(separator: "\n")
  }

  /// What stands behind the value, such as a comment.
  private static func behindValue(of line: String) -> Substring {
    let value = line.drop { $0 != "=" }.dropFirst().drop(while: \.isWhitespace)
    guard let quote = value.first, quote == "\"" || quote == "'" else {
      return value.drop { !$0.isWhitespace && $0 != "#" }
    }
    return value.dropFirst().drop { $0 != quote }.dropFirst()
  }
}
