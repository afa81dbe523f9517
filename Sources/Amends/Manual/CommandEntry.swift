/// A command as its definition has it, for the manual.
struct CommandEntry: Equatable {
  /// Something that can stand behind a command.
  struct Argument: Equatable {
    /// Its spellings with their dashes; empty for what has its place alone.
    var names: [String]
    /// What its value is called; empty for a flag.
    var value: String
    var isOptional: Bool
    var isRepeating: Bool
    /// What it does, and what else is to be said.
    var words: String
    /// The values that there are; empty where they are no list.
    var choices: [String]
  }

  /// Its name, behind those of the commands that it belongs to; empty for the program itself.
  var path: [String]
  var abstract: String
  var discussion: String
  var arguments: [Argument]
  var subcommands: [CommandEntry]

  /// Every command without commands of its own, in the order of the definitions.
  var leaves: [CommandEntry] {
    subcommands.isEmpty ? [self] : subcommands.flatMap(\.leaves)
  }
}

extension CommandEntry {
  /// Reads the parser's own description of the program.
  ///
  /// - Throws: `JSONFault` where it is no JSON, or no description.
  static func all(_ description: String) throws(JSONFault) -> CommandEntry {
    let value = try JSONReader.value(of: Array(description.utf8))
    guard let command = value["command"] else {
      throw JSONFault(reason: "it describes no command", offset: 0)
    }
    return CommandEntry(command, path: [])
  }

  private init(_ value: JSONValue, path: [String]) {
    self.path = path
    abstract = value["abstract"]?.string ?? ""
    discussion = value["discussion"]?.string ?? ""
    arguments = (value["arguments"]?.elements ?? []).filter(\.isShown).map { Argument($0) }
    subcommands = (value["subcommands"]?.elements ?? []).filter(\.isShown).compactMap { inner in
      guard let name = inner["commandName"]?.string, name != "help" else { return nil }
      return CommandEntry(inner, path: path + [name])
    }
  }
}

extension CommandEntry.Argument {
  fileprivate init(_ value: JSONValue) {
    names = (value["names"]?.elements ?? []).compactMap { name in
      name["name"]?.string.map { (name["kind"]?.string == "long" ? "--" : "-") + $0 }
    }
    self.value = value["kind"]?.string == "flag" ? "" : value["valueName"]?.string ?? ""
    isOptional = value["isOptional"] == .bool(true)
    isRepeating = value["isRepeating"] == .bool(true)
    words = ["abstract", "discussion"].compactMap { value[$0]?.string }.joined(separator: " ")
    choices = (value["allValues"]?.elements ?? []).compactMap(\.string)
  }
}

extension JSONValue {
  fileprivate var string: String? {
    if case .string(let string) = self { string } else { nil }
  }

  fileprivate var elements: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  fileprivate var isShown: Bool { self["shouldDisplay"] != .bool(false) }
}
