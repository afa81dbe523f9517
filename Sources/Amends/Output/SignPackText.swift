import AmendsPolicy
import Glibc

/// A pack of weak signs as TOML.
struct SignPackText {
  private let pack: RulePack

  private static let width = 110

  init(_ pack: RulePack) { self.pack = pack }

  /// The whole file.
  var text: String {
    var lines = [
      "# Weak signs, weighed together. Written by `amends rules weigh`; fitted, not to be edited.",
      "", "[pack]", "id = \"amazon.\(pack.language).signs\"", "language = \"\(pack.language)\"",
    ]
    for evidence in pack.evidence {
      lines += ["", "[[evidence]]", "rule = \"\(evidence.rule)\""]
      lines.append("threshold = \(evidence.threshold)")
      if !evidence.vetoes.isEmpty {
        lines.append("unless = [\(evidence.vetoes.map(quoted).joined(separator: ", "))]")
      }
      lines += section("concepts", evidence.weights) + section("phrases", evidence.phrases)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ name: String, _ weights: [Evidence.Weight]) -> [String] {
    guard !weights.isEmpty else { return [] }
    var lines = ["", "[evidence.\(name)]"]
    let byWeight = Dictionary(grouping: weights, by: \.hundredths)
    for (weight, names) in byWeight.sorted(by: { $0.key > $1.key }) {
      lines += list(weight, names.map { quoted($0.name) }.sorted())
    }
    return lines
  }

  /// One weight with its names, on one line where they fit.
  private func list(_ weight: Int, _ names: [String]) -> [String] {
    let short = "\"\(weight)\" = [\(names.joined(separator: ", "))]"
    guard short.utf8.count > Self.width else { return [short] }
    var lines = ["\"\(weight)\" = ["]
    var line = " "
    for name in names {
      if line.utf8.count + name.utf8.count + 2 > Self.width {
        lines.append(line)
        line = " "
      }
      line += " \(name),"
    }
    return lines + [line, "]"]
  }

  private func quoted(_ name: String) -> String {
    "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// Writes the file, whole or not at all.
  ///
  /// - Throws: `Failure` where that is impossible.
  func write(to path: String) throws(Failure) {
    let part = path + ".part"
    let descriptor = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    let isWritten =
      descriptor >= 0
      && Descriptor.write(Array(text.utf8)[...], to: descriptor) == nil
      && fsync(descriptor) == 0
    let reason = String(cString: strerror(errno))
    if descriptor >= 0 { close(descriptor) }
    guard isWritten, rename(part, path) == 0 else {
      throw Failure(.no, "\(path) cannot be written: \(reason)")
    }
  }
}
