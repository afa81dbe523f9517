import Glibc

/// Examines whether what the disk was told to keep outlives a power cut, and whether there is room for it.
struct DurabilityExamination {
  /// Below this the desk cannot be relied on to take the next reply.
  private static let leastBytes = 16 << 20
  /// Below this it is time to make room.
  private static let scarceBytes = 256 << 20

  /// The kind of file system that the desk lies on; `nil` where that cannot be told.
  var kind: String?
  /// How it is mounted.
  var options: [String]
  /// What is put between this program and the system's libraries.
  var preloaded: String?
  /// How many bytes are free for this user; `nil` where that cannot be told.
  var free: Int?

  /// What holds for a folder, or for the nearest one above it that is there.
  init(folder: String) {
    var folder = folder
    while access(folder, F_OK) != 0, let slash = folder.lastIndex(of: "/"), folder != "/" {
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
    kind = MountTable.fileSystem(of: folder)
    options = MountTable.options(of: folder)
    preloaded = Environment.value("LD_PRELOAD")
    var info = statvfs()
    free = statvfs(folder, &info) == 0 ? Int(info.f_bavail) * Int(info.f_frsize) : nil
  }

  init(kind: String?, options: [String], preloaded: String?, free: Int?) {
    self.kind = kind
    self.options = options
    self.preloaded = preloaded
    self.free = free
  }

  var diagnoses: [Diagnosis] { [durable, space] }

  private var durable: Diagnosis {
    if let preloaded, preloaded.contains("eatmydata") {
      return .fault(
        "durable", "\(preloaded) keeps this program from waiting for the disk",
        remedy: "start Amends without LD_PRELOAD")
    }
    if kind == "tmpfs" || kind == "ramfs" {
      return .note(
        "durable", "the desk lies in memory (\(kind ?? "")): a restart of the machine takes it",
        remedy: "open a desk on a disk, with --desk")
    }
    if let option = options.first(where: { ["nobarrier", "barrier=0"].contains($0) }) {
      return .fault(
        "durable", "mounted with \(option): a power cut may take what was said to be kept",
        remedy: "mount it again with barriers: mount -o remount,barrier=1 and its folder")
    }
    return .ok("durable", "every commit waits for the disk, which is believed")
  }

  private var space: Diagnosis {
    guard let free else { return .ok("space", "how much is free could not be told") }
    let words = "\(free >> 20) MiB free"
    let remedy = "make room before it is full: a reply leaves only where its permit can be written"
    if free < Self.leastBytes { return .fault("space", words, remedy: remedy) }
    return free < Self.scarceBytes
      ? .note("space", words, remedy: remedy) : .ok("space", words)
  }
}

extension MountTable {
  /// How the file system of a folder is mounted.
  static func options(of folder: String) -> [String] {
    guard let real = realpath(folder, nil) else { return [] }
    defer { free(real) }
    let table = (try? SmallFile.text("/proc/self/mountinfo", most: 4 << 20)) ?? ""
    return options(of: String(cString: real), in: table)
  }

  /// The options for a path in a table as proc(5) describes `mountinfo`: of the mount, and of what is mounted.
  static func options(of path: String, in table: String) -> [String] {
    var best: (length: Int, options: [String])?
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 6, let dash = fields.firstIndex(of: "-"), dash + 3 < fields.count else {
        continue
      }
      let point = String(fields[4])
      let isAbove = point == "/" || path == point || path.hasPrefix(point + "/")
      guard isAbove, point.utf8.count >= best?.length ?? 0 else { continue }
      let options = fields[5].split(separator: ",") + fields[dash + 3].split(separator: ",")
      best = (point.utf8.count, options.map(String.init))
    }
    return best?.options ?? []
  }
}
