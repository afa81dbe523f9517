import Dispatch
import Inbox
import Screen
import Terminal
import Themes

/// Why a theme cannot be used, in words.
struct ThemeFault: Error {
  var words: String
}

/// The themes that a person can choose from: the built-in ones, and their own in a folder.
struct ThemeShelf: Sendable {
  private static let mostBytes = 256 << 10

  /// The folder of themes of one's own.
  let folder: String
  /// Where the choice is kept.
  let kept: ThemeSetting

  /// The names of the themes of one's own.
  var ownNames: [String] {
    FolderNames.files(in: folder, endingIn: ".toml").map { String($0.dropLast(5)) }
  }

  /// The theme of a name, read anew.
  ///
  /// - Throws: `ThemeFault` where there is none, or it cannot be read or used.
  func theme(_ name: String) throws(ThemeFault) -> Theme {
    var unreadable: String?
    let theme: Theme
    do throws(ThemeError) {
      theme = try Themes.named(name) { name in
        do throws(SmallFileFault) {
          return try own(name)
        } catch {
          unreadable = "\(name): \(error.words)"
          return nil
        }
      }
    } catch {
      throw ThemeFault(words: unreadable ?? "\(error)")
    }
    if let unreadable { throw ThemeFault(words: unreadable) }
    return theme
  }

  /// The text of a theme of one's own; `nil` where there is none by this name.
  private func own(_ name: String) throws(SmallFileFault) -> String? {
    guard !name.contains("/"), !name.hasPrefix(".") else { return nil }
    do throws(SmallFileFault) {
      return try SmallFile.toml("\(folder)/\(name).toml", most: Self.mostBytes)
    } catch {
      if error == .missing { return nil }
      throw error
    }
  }

  /// Every theme, the built-in ones first; one of a person's own stands for a built-in one of its name.
  var options: [ThemeOption] {
    let own = ownNames
    let names = Themes.names + own.filter { !Themes.names.contains($0) }
    return names.map { name in
      do throws(ThemeFault) {
        return ThemeOption(
          name: name, isOwn: own.contains(name), content: .theme(try theme(name)))
      } catch {
        return ThemeOption(name: name, isOwn: own.contains(name), content: .fault(error.words))
      }
    }
  }

  /// Reads every theme on another thread, and leaves them in the mailbox.
  func load(into mailbox: Mailbox<Event>) {
    DispatchQueue.global(qos: .userInitiated).async {
      mailbox.post(.answered(.themes(options)))
    }
  }

  /// Keeps the choice on another thread, and leaves in the mailbox what became of it.
  func keep(_ name: String, answering mailbox: Mailbox<Event>) {
    DispatchQueue.global(qos: .userInitiated).async {
      let (words, isKept) = kept.keep(name)
      mailbox.post(.answered(.told(words, isGood: isKept)))
    }
  }
}

extension Workplace {
  /// The themes to choose from.
  var themes: ThemeShelf {
    ThemeShelf(
      folder: places.themes, kept: ThemeSetting(file: places.configFile, folder: places.config))
  }
}
