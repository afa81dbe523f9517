import Glibc

/// What the folders of this machine lie on.
enum MountTable {
  /// The kind of file system that a folder lies on, by the longest mount point above it.
  static func fileSystem(of folder: String) -> String? {
    guard let real = realpath(folder, nil) else { return nil }
    defer { free(real) }
    guard let table = text(of: "/proc/self/mountinfo") else { return nil }
    return fileSystem(of: String(cString: real), in: table)
  }

  /// The kind for a path in a table as proc(5) describes `mountinfo`.
  static func fileSystem(of path: String, in table: String) -> String? {
    var best: (length: Int, kind: String)?
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 6, let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count else {
        continue
      }
      let point = String(fields[4])
      let isAbove = point == "/" || path == point || path.hasPrefix(point + "/")
      if isAbove, point.utf8.count >= best?.length ?? 0 {
        best = (point.utf8.count, String(fields[dash + 1]))
      }
    }
    return best?.kind
  }

  private static func text(of path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return (try? SmallFile.bytes(descriptor, most: 4 << 20)).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
