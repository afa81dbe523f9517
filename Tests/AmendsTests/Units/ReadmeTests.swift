import Foundation
import Screen
import Terminal
import Testing
import Themes

@testable import Amends

/// What the README says of the program, held against the program.
@Suite struct ReadmeTests {
  private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: package.appendingPathComponent(path), encoding: .utf8)
  }

  @Test func listsTheKeysThatTheProgramHas() throws {
    let keys = try Program.run(["keys"], home: NSTemporaryDirectory()).output
    #expect(keys.count > 500)
    let readme = try Self.text("README.md")
    #expect(readme.contains(keys.trimmingCharacters(in: .newlines)))
  }

  @Test func namesEveryThemeRoleAndSetting() throws {
    let readme = try Self.text("README.md")
    for name in Themes.names { #expect(readme.contains("`\(name)`"), "\(name)") }
    for role in Role.allCases { #expect(readme.contains("`\(role.rawValue)`"), "\(role.rawValue)") }
    for way in NoticeWay.allCases { #expect(readme.contains("\"\(way.rawValue)\""), "\(way)") }
    let example =
      readme.components(separatedBy: "### Settings").last?
      .components(separatedBy: "```")[1] ?? ""
    for name in SettingKey.names(in: "screen") {
      #expect(example.contains("\n\(name) = "), "screen.\(name)")
    }
  }

  @Test func showsAScreenAsItIsDrawn() throws {
    let golden = try Self.text("Tests/InboxTests/Screens/list-contacts-80x24.txt")
    let rows = golden.components(separatedBy: "── looks")[0]
    let readme = try Self.text("README.md")
    #expect(readme.contains(rows.trimmingCharacters(in: .newlines)))
  }

  @Test func modulesImportOnlyWhatTheTableSays() throws {
    let allowed = try Self.table()
    #expect(allowed.count > 10)
    for (module, others) in allowed where module != "Amends" {
      let folder = module == "Themes" ? "Themes" : "Sources/\(module)"
      for file in try Self.swiftFiles(folder) {
        let imports = Self.imports(try Self.text("\(folder)/\(file)"))
        let ours = imports.filter { allowed[$0] != nil || $0 == "CZlib" }
        #expect(Set(ours).isSubset(of: others), "\(folder)/\(file) imports \(ours)")
      }
    }
  }

  /// Each module of the README's table with those that it may import.
  private static func table() throws -> [String: Set<String>] {
    var table: [String: Set<String>] = [:]
    for line in try text("README.md").split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { names(in: $0) }
      if cells.count == 3, let module = cells[0].first, module.first?.isUppercase == true {
        table[module] = Set(cells[2])
      }
    }
    return table
  }

  private static func names(in cell: Substring) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  private static func swiftFiles(_ folder: String) throws -> [String] {
    let path = package.appendingPathComponent(folder).path
    return FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String }
      .filter { $0.hasSuffix(".swift") } ?? []
  }

  private static func imports(_ source: String) -> [String] {
    source.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place < 2, words.count == place + 2 else {
        return nil
      }
      return String(words[place + 1])
    }
  }
}
