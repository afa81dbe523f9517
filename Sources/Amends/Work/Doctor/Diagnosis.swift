import Screen

/// What was found of one thing that Amends depends on.
struct Diagnosis: Equatable {
  enum Level: String {
    /// As it should be.
    case ok
    /// Worth knowing; nothing stops.
    case note
    /// Something cannot work.
    case fault
  }

  /// What was looked at.
  var topic: String
  var level: Level
  /// What was found.
  var text: String
  /// What to do about it; empty where there is nothing to do.
  var remedy: String

  static func ok(_ topic: String, _ text: String) -> Diagnosis {
    Diagnosis(topic: topic, level: .ok, text: text, remedy: "")
  }

  static func note(_ topic: String, _ text: String, remedy: String) -> Diagnosis {
    Diagnosis(topic: topic, level: .note, text: text, remedy: remedy)
  }

  static func fault(_ topic: String, _ text: String, remedy: String) -> Diagnosis {
    Diagnosis(topic: topic, level: .fault, text: text, remedy: remedy)
  }

  /// The diagnosis as `doctor --json` has it.
  var json: JSONValue {
    [
      "topic": .string(topic), "level": .string(level.rawValue), "text": .string(text),
      "remedy": .string(remedy),
    ]
  }

  /// The diagnosis for people.
  func lines(_ paint: Paint) -> [String] {
    let color: Paint.Color = level == .ok ? .green : level == .note ? .yellow : .red
    let mark = paint.bold(SafeText(level.rawValue).padded(columns: 6).string, color)
    let head = "\(mark)\(SafeText(topic).padded(columns: 11)) \(SafeText(text))"
    return remedy.isEmpty ? [head] : [head, "                  → \(SafeText(remedy))"]
  }
}
