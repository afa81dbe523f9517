import Glibc
import Testing

@testable import ReaderInstall

@Suite("How a model takes the place of another")
struct ReplacementTests {
  private let folder = TestFolder()
  private let old = Array("the old model".utf8)

  @Test("the new file is for its owner alone, whatever the umask and the old one")
  func mode() throws {
    folder.write("model", old, mode: 0o644)
    try build(TinyBase())
    var status = stat()
    #expect(stat("\(folder.path)/model", &status) == 0)
    #expect(status.st_mode & 0o7777 == 0o600)
    #expect(folder.read("model").starts(with: "AMENDSRD".utf8))
    #expect(folder.names == ["base", "model"])
  }

  @Test("the old file stays while the new one is made")
  func untilThen() throws {
    folder.write("model", old)
    var phases: [ModelBuild.Phase] = []
    try build(TinyBase()) { phase, fraction in
      if phases.last != phase { phases.append(phase) }
      #expect((0...1).contains(fraction))
      if phase != .saving { #expect(folder.read("model") == old) }
    }
    #expect(phases == ModelBuild.Phase.allCases)
  }

  @Test("a fault midway leaves the old file and nothing else")
  func midway() {
    folder.write("model", old)
    var damaged = TinyBase()
    let index = damaged.index("l1.fo.w")
    damaged.tensors[index].bytes[18 * 63] = 0
    damaged.tensors[index].bytes[18 * 63 + 1] = 0x7C
    let error = fault { () throws(InstallError) in try build(damaged) }
    #expect(error == .notFinite(tensor: "l1.fo.w", row: 31))
    #expect(folder.read("model") == old)
    #expect(folder.names == ["base", "model"])
  }

  @Test("a word's vector, a norm or a sum that is no number is a fault")
  func notFinite() {
    var word = TinyBase()
    word.tensors[0].bytes[18 * 4 + 1] = 0x7E
    #expect(
      fault { () throws(InstallError) in try build(word) }
        == .notFinite(tensor: "emb.word", row: 4))
    var norm = TinyBase()
    norm.tensors[norm.index("l1.oln.b")].bytes.replaceSubrange(0..<4, with: [0, 0, 0x80, 0x7F])
    #expect(
      fault { () throws(InstallError) in try build(norm) }
        == .notFinite(tensor: "l1.oln.b", row: 0))
  }

  @Test("what interrupted runs left is cleared, and nothing else")
  func leftOvers() throws {
    folder.write(".model.1a2b.part", old)
    let others = [".model.1a2b.part~", ".model.xyz.part", ".other.1a2b.part", "model.part"]
    for name in others { folder.write(name, old) }
    try build(TinyBase())
    #expect(folder.names == (others + ["base", "model"]).sorted())
  }

  @Test("a file that another run works on is left alone")
  func another() throws {
    let path = folder.write(".model.1a2b.part", old)
    let held = open(path, O_RDONLY | O_CLOEXEC)
    defer { close(held) }
    #expect(TemporaryName.lock(held) == .held)
    try build(TinyBase())
    #expect(folder.names == [".model.1a2b.part", "base", "model"])
  }

  @Test("two builds of one file do not disturb each other")
  func both() throws {
    let path = "\(folder.path)/model"
    var first = try ReplacedFile(path: path)
    var second = try ReplacedFile(path: path)
    try Array("first".utf8).withBytes { (bytes) throws(InstallError) in try first.write(bytes) }
    try Array("second".utf8).withBytes { (bytes) throws(InstallError) in try second.write(bytes) }
    try first.commit()
    #expect(folder.read("model") == Array("first".utf8))
    try second.commit()
    #expect(folder.read("model") == Array("second".utf8))
    #expect(folder.names == ["model"])
  }

  @Test("a link is replaced, and what it names is left alone")
  func link() throws {
    let target = folder.write("target", old)
    symlink(target, "\(folder.path)/model")
    try build(TinyBase())
    #expect(folder.read("target") == old)
    #expect(folder.read("model").starts(with: "AMENDSRD".utf8))
  }

  @Test("a path that can be no file is refused", arguments: ["", "none/model", "model/"])
  func noFile(_ name: String) {
    let path = "\(folder.path)/\(name)"
    let error = fault { () throws(InstallError) in try ReplacedFile(path: path) }
    guard case .unwritable(path, _, let reason) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(!reason.isEmpty)
  }

  @Test("a folder in the file's place is refused, and stays")
  func folderInPlace() {
    mkdir("\(folder.path)/model", 0o700)
    let error = fault { () throws(InstallError) in try build(TinyBase()) }
    #expect(
      error
        == .unwritable(
          path: "\(folder.path)/model", operation: "replace", reason: "Is a directory"))
    #expect(folder.names == ["base", "model"])
  }

  @Test("a full disk is called so")
  func fullDisk() {
    let full = OutputDescriptor(number: open("/dev/full", O_WRONLY | O_CLOEXEC), path: "model")
    let error = fault { () throws(InstallError) in
      try old.withBytes { (bytes) throws(InstallError) in try full.write(bytes) }
    }
    #expect(error == .diskFull(path: "model"))
    #expect(error?.description.contains("free 200 MB") == true)
  }

  @Test("where no more can be written, the old file stays and nothing is left")
  func sizeLimit() async {
    await #expect(processExitsWith: .success) {
      let tests = ReplacementTests()
      tests.folder.write("model", tests.old)
      let base = try TinyBase().model(in: tests.folder)
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 9000, rlim_max: 9000)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      let adapter = try Adapter(TinyAdapter(for: TinyBase()).bytes, for: base)
      let path = "\(tests.folder.path)/model"
      let error = fault { () throws(InstallError) in
        try ModelBuild(base: base, adapter: adapter).write(to: path)
      }
      #expect(error == .unwritable(path: path, operation: "write", reason: "File too large"))
      #expect(tests.folder.read("model") == tests.old)
      #expect(tests.folder.names == ["base", "model"])
      FolderContent.remove(tests.folder.path)
    }
  }

  @Test("a folder that is closed to us is named, and its file stays")
  func closedFolder() async {
    await #expect(processExitsWith: .success) {
      let tests = ReplacementTests()
      tests.folder.write("model", tests.old, mode: 0o644)
      let base = try TinyBase().model(in: tests.folder)
      let adapter = try Adapter(TinyAdapter(for: TinyBase()).bytes, for: base)
      chmod(tests.folder.path, 0o555)
      // The administrator may write everywhere: then the child goes on as nobody.
      if geteuid() == 0 { #expect(seteuid(65534) == 0) }
      let path = "\(tests.folder.path)/model"
      let error = fault { () throws(InstallError) in
        try ModelBuild(base: base, adapter: adapter).write(to: path)
      }
      #expect(error == .unwritable(path: path, operation: "write", reason: "Permission denied"))
      #expect(tests.folder.read("model") == tests.old)
      #expect(tests.folder.names == ["base", "model"])
      if getuid() == 0 { seteuid(0) }
      chmod(tests.folder.path, 0o700)
      FolderContent.remove(tests.folder.path)
    }
  }

  @Test("an interruption leaves the old file, and the next run clears the rest")
  func interruption() async throws {
    await #expect(processExitsWith: .signal(SIGKILL)) {
      let folder = "/tmp/reader-install-interrupted.\(getppid())"
      mkdir(folder, 0o700)
      let tests = ReplacementTests()
      let base = try TinyBase().model(in: tests.folder)
      let adapter = try Adapter(TinyAdapter(for: TinyBase()).bytes, for: base)
      let build = ModelBuild(base: base, adapter: adapter)
      _ = try build.write(to: "\(folder)/model")
      _ = try build.write(to: "\(folder)/model") { phase, _ in
        if phase == .saving {
          FolderContent.remove(tests.folder.path)
          kill(getpid(), SIGKILL)
        }
      }
    }
    let interrupted = "/tmp/reader-install-interrupted.\(getpid())"
    defer { FolderContent.remove(interrupted) }
    #expect(FolderContent.names(interrupted).count == 2)
    let base = try TinyBase().model(in: folder)
    let adapter = try Adapter(TinyAdapter(for: TinyBase()).bytes, for: base)
    _ = try ModelBuild(base: base, adapter: adapter).write(to: "\(interrupted)/model")
    #expect(FolderContent.names(interrupted) == ["model"])
  }

  @discardableResult
  private func build(
    _ tiny: TinyBase, progress: (ModelBuild.Phase, Double) -> Void = { _, _ in }
  ) throws(InstallError) -> ModelBuild.Result {
    let base = try BaseModel(opening: tiny.bytes, in: folder)
    let adapter = try Adapter(TinyAdapter(for: tiny).bytes, for: base)
    return try ModelBuild(base: base, adapter: adapter)
      .write(to: "\(folder.path)/model", progress: progress)
  }
}
