internal import CPackFiles

/// The packs, and the words and texts beside them, that are built into the program.
enum EmbeddedPacks {
  /// A pack as it is written.
  struct File {
    /// Its file name.
    var name: String
    /// Its text.
    var text: String

    /// Whether it holds nothing but examples.
    var isOfExamples: Bool { name.contains("-examples") || name.contains("-readings") }
  }

  /// The packs whose name begins with one of some languages, rules first.
  static func files(of languages: [String]) -> [File] {
    files { name in languages.contains { name.hasPrefix("\($0)-") } }
  }

  /// The file of a name; empty where there is none, which the tests rule out.
  static func file(_ name: String) -> File {
    files { $0 == name }.first ?? File(name: name, text: "")
  }

  private static func files(where isWanted: (String) -> Bool) -> [File] {
    (0..<pack_file_count()).compactMap { index in
      let file = pack_file_at(index)
      let name = String(cString: file.name)
      guard isWanted(name) else { return nil }
      let bytes = UnsafeBufferPointer(start: file.bytes, count: file.count)
      return File(name: name, text: String(decoding: bytes, as: UTF8.self))
    }
  }
}
