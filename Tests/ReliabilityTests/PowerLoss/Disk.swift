import Foundation
import Proof
import Torture

/// What a power cut does to what was not yet on the disk.
enum PowerCut: CaseIterable {
  /// Nothing of it is there.
  case none
  /// All of it is there.
  case all
  /// What came first is there.
  case prefix
  /// Some of it is there, in no order.
  case subset
  /// Some of it is there, and of one write only some sectors.
  case torn
}

/// A disk under a program: what is certainly on it, and what is on its way.
struct Disk {
  private static let sector = 512

  /// The bytes of every file, as far as they are on the disk.
  private(set) var files: [String: [UInt8]] = [:]
  /// The files whose names are on the disk.
  private var names: Set<String>
  /// What is not certainly on the disk, in the order in which it happened.
  private var pending: [DiskOperation] = []

  /// A disk with the files of a folder, all of them safe.
  init(folder: String) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let path = "\(folder)/\(name)"
      files[path] = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }
    names = Set(files.keys)
  }

  /// Takes in what a program did.
  mutating func take(_ operation: DiskOperation) {
    guard case .sync(let path) = operation else { return pending.append(operation) }
    let done = pending.filter { $0.isSafe(afterSyncOf: path) }
    pending.removeAll { $0.isSafe(afterSyncOf: path) }
    for operation in done { Self.apply(operation, &files, &names) }
  }

  /// What is there after a power cut at this moment.
  func files(after cut: PowerCut, _ dice: inout Dice) -> [String: [UInt8]] {
    var (files, names) = (files, names)
    for operation in survivors(cut, &dice) { Self.apply(operation, &files, &names) }
    return files.filter { names.contains($0.key) }
  }

  private func survivors(_ cut: PowerCut, _ dice: inout Dice) -> [DiskOperation] {
    switch cut {
    case .none: return []
    case .all: return pending
    case .prefix: return Array(pending.prefix(dice.throwing(0...pending.count)))
    case .subset: return pending.filter { _ in dice.throwing(0...1) == 0 }
    case .torn:
      var some = pending.filter { _ in dice.throwing(0...2) > 0 }
      guard let place = some.indices.randomElement(using: &dice),
        case .write(let path, let at?, let bytes) = some[place]
      else { return some }
      let sectors = bytes.count / Self.sector
      let kept = sectors == 0 ? 0 : dice.throwing(0...sectors - 1) * Self.sector
      some[place] = .write(path, at: at, Array(bytes.prefix(kept)))
      return some
    }
  }

  private static func apply(
    _ operation: DiskOperation, _ files: inout [String: [UInt8]], _ names: inout Set<String>
  ) {
    switch operation {
    case .create(let path):
      names.insert(path)
      files[path] = files[path] ?? []
    case .remove(let path):
      names.remove(path)
      files[path] = nil
    case .truncate(let path, let length): resize(&files[path, default: []], length)
    case .write(let path, let at, let bytes):
      let place = at ?? files[path]?.count ?? 0
      let end = place + bytes.count
      if files[path, default: []].count < end { resize(&files[path, default: []], end) }
      files[path]?.replaceSubrange(place..<end, with: bytes)
    case .sync: break
    }
  }

  private static func resize(_ bytes: inout [UInt8], _ length: Int) {
    if length < bytes.count { bytes.removeLast(bytes.count - length) }
    bytes.append(contentsOf: repeatElement(0, count: length - bytes.count))
  }
}

extension DiskOperation {
  /// Whether it is certainly on the disk once a path was waited for: a file's bytes with the file, a name
  /// with its folder.
  fileprivate func isSafe(afterSyncOf synced: String) -> Bool {
    switch self {
    case .write(let path, _, _), .truncate(let path, _): path == synced
    case .create(let path), .remove(let path):
      path.split(separator: "/").dropLast() == synced.split(separator: "/")[...]
    case .sync: false
    }
  }
}
