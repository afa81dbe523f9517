import Foundation
import Screen
import Testing

/// Pictures kept as text files beside the tests.
///
/// `RECORD_SCREENS=1` writes them anew and fails, so that nobody takes a recording for a test.
enum Golden {
  static let sizes = [
    Size(rows: 24, columns: 80), Size(rows: 50, columns: 160), Size(rows: 10, columns: 40),
  ]
  /// The sizes of screens that lead from a cause to what may be done.
  static let caseSizes = [Size(rows: 24, columns: 80), Size(rows: 40, columns: 120)]

  /// Compares a state's pictures in every size with the kept ones.
  static func check(
    _ driver: Driver,
    _ name: String,
    sizes: [Size] = sizes,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for size in sizes {
      var driver = driver
      driver.resize(size)
      compare(
        StyleMap.text(of: driver.frame()), "\(name)-\(size.columns)x\(size.rows)", sourceLocation)
    }
  }

  /// Compares a state's picture in the colours of a theme with the kept one.
  static func check(
    _ driver: Driver,
    _ name: String,
    in theme: Theme,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let picture = StyleMap.text(
      of: driver.frame(theme: theme), plain: LookName.of(theme.style(.text, on: .text)), LookName.of
    )
    compare(picture, "\(name)-in-\(theme.name)", sourceLocation)
  }

  private static func compare(_ picture: String, _ name: String, _ location: SourceLocation) {
    let file = folder.appendingPathComponent("\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD_SCREENS"] == "1" {
      record(picture, file)
      Issue.record("\(name) was recorded", sourceLocation: location)
      return
    }
    guard let kept = try? String(contentsOf: file, encoding: .utf8) else {
      Issue.record("\(name).txt is missing: record it, and look at it", sourceLocation: location)
      return
    }
    if kept != picture {
      Issue.record("\(name) differs:\n\(difference(kept, picture))", sourceLocation: location)
    }
  }

  private static func record(_ picture: String, _ file: URL) {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try picture.write(to: file, atomically: true, encoding: .utf8)
    } catch {
      Issue.record("\(file.path) cannot be written: \(error)")
    }
  }

  /// The lines that differ, the kept ones first.
  private static func difference(_ kept: String, _ picture: String) -> String {
    let old = kept.split(separator: "\n", omittingEmptySubsequences: false)
    let new = picture.split(separator: "\n", omittingEmptySubsequences: false)
    return (0..<max(old.count, new.count)).compactMap { index in
      let (before, after) = (
        index < old.count ? old[index] : "", index < new.count ? new[index] : ""
      )
      return before == after ? nil : "\(index + 1) - \(before)\n\(index + 1) + \(after)"
    }.joined(separator: "\n")
  }

  private static var folder: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Screens")
  }
}
