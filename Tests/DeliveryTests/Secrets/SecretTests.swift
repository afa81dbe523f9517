import Foundation
import SMTP
import Testing

@testable import Delivery

@Suite("Secrets are fetched from where they are, and shown nowhere")
struct SecretTests {
  private static let canary = "cänary-$(x) 'y' \"z\" \\"
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func text(_ secret: Secret) -> String {
    secret.withBytes { String(decoding: $0, as: UTF8.self) }
  }

  private func fault(_ reference: SecretReference) -> SecretFault? {
    do throws(SecretFault) {
      _ = try reference.resolve()
      return nil
    } catch {
      return error
    }
  }

  private func file(_ content: String, mode: Int = 0o600) throws -> SecretReference {
    try scratch.write("secret", Array(content.utf8))
    let path = "\(scratch.path)/secret"
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    return .file(path)
  }

  @Test("a reference is read, and what is none is not repeated")
  func references() throws {
    #expect(try SecretReference("env:SMTP_PASSWORD") == .variable("SMTP_PASSWORD"))
    #expect(try SecretReference("file:x") { "/home/\($0)" } == .file("/home/x"))
    #expect(
      try SecretReference("cmd:pass show  mail/shop") == .command(["pass", "show", "mail/shop"]))
    for text in [Self.canary, "", "env:", "file:", "cmd:", "cmd: ", "sh:x", "env", "file:a\u{0}b"] {
      #expect(throws: SecretFault.noReference) { try SecretReference(text) }
    }
    #expect(!SecretFault.noReference.inWords.contains("canary"))
  }

  @Test(
    "the first line of a file is it",
    arguments: [canary, "\(canary)\n", "\(canary)\r\n", "\(canary)\nuser: amy\n"])
  func files(_ content: String) throws {
    #expect(text(try file(content).resolve()) == Self.canary)
  }

  @Test("a file that others can read is none, nor is a link to a folder, a pipe or another's file")
  func unsafeFiles() throws {
    for mode in [0o640, 0o604, 0o622, 0o666, 0o644] {
      #expect(fault(try file(Self.canary, mode: mode))?.inWords.contains("chmod 600") == true)
    }
    mkfifo("\(scratch.path)/pipe", 0o600)
    for path in [scratch.path, "\(scratch.path)/pipe", "/dev/null"] {
      #expect(fault(.file(path))?.inWords.hasSuffix("is not a plain file") == true)
    }
    #expect(fault(.file("\(scratch.path)/none"))?.inWords.contains("No such file") == true)
    if geteuid() == 0 {
      let path = "\(scratch.path)/other"
      try scratch.write("other", [1])
      try #require(chmod(path, 0o600) == 0 && chown(path, 65_534, 65_534) == 0)
      #expect(fault(.file(path))?.inWords.hasSuffix("belongs to somebody else") == true)
    }
  }

  @Test("an empty, endless or binary first line is none")
  func unusable() throws {
    for content in ["", "\n", "\nsecret\n", "\r\n"] {
      #expect(fault(try file(content))?.inWords.hasSuffix("is empty") == true)
    }
    let longest = String(repeating: "x", count: Secret.longest)
    #expect(text(try file(longest).resolve()) == longest)
    #expect(fault(try file(longest + "x"))?.inWords.contains("too long") == true)
    for control in ["\u{0}", "\u{1}", "\t", "\u{7F}", "\r\r"] {
      #expect(fault(try file("a\(control)b\n"))?.inWords.contains("control character") == true)
    }
  }

  @Test("a variable is it")
  func variables() throws {
    let name = "AMENDS_TEST_SECRET_\(getpid())"
    #expect(fault(.variable(name)) == .noVariable(name))
    setenv(name, "", 1)
    #expect(fault(.variable(name))?.inWords.hasSuffix("is empty") == true)
    setenv(name, Self.canary, 1)
    #expect(text(try SecretReference.variable(name).resolve()) == Self.canary)
    setenv(name, String(repeating: "x", count: Secret.longest + 5), 1)
    #expect(fault(.variable(name))?.inWords.contains("too long") == true)
    unsetenv(name)
  }

  @Test("what a program prints first is it, and no shell reads its arguments")
  func commands() throws {
    _ = try file(Self.canary + "\nuser: amy\n")
    let cat = SecretReference.command(["cat", "\(scratch.path)/secret"])
    #expect(text(try cat.resolve()) == Self.canary)
    #expect(
      text(try SecretReference.command(["echo", "$HOME", ";", "x"]).resolve()) == "$HOME ; x")
    #expect(fault(.command(["true"]))?.inWords.hasSuffix("is empty") == true)
    #expect(
      fault(.command(["cat", "\(scratch.path)/none"]))?.inWords
        == "the command cat failed with status 1")
    #expect(fault(.command(["no-such-program"]))?.inWords.contains("cannot be started") == true)
  }

  @Test("a program that writes for ever, or never, is ended with all that it started")
  func endlessCommands() throws {
    #expect(fault(.command(["yes", Self.canary])) != nil)
    #expect(fault(.command(["cat", "/dev/zero"])) != nil)
    let pidFile = "\(scratch.path)/pid"
    let sleeper = SecretCommand(
      ["sh", "-c", "sleep 600 & echo $! > \(pidFile); wait"], mostLooks: 10)
    #expect(throws: SecretFault.self) {
      try Secret(from: "x") { memory throws(SecretFault) in try sleeper.read(into: memory) }
    }
    let text = try String(contentsOfFile: pidFile, encoding: .utf8)
    let process = try #require(Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    for _ in 0..<2_000 where !isGone(process) { usleep(5_000) }
    #expect(isGone(process))
  }

  private func isGone(_ process: Int32) -> Bool {
    let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    return stat.map { $0.contains(") Z") } ?? true
  }

  @Test("no fault and no way of printing shows it")
  func canaries() throws {
    let secret = try file(Self.canary).resolve()
    var dumped = ""
    dump(secret, to: &dumped)
    dump(MailLogin(user: try #require(UserName("amy")), secret: .variable("X")), to: &dumped)
    let printed = "\(secret) \(String(reflecting: secret)) \(dumped)"
    #expect(!printed.contains("nary"))
    let references = [
      try file(Self.canary + "\u{1}"), .command(["cat", "\(scratch.path)/secret", "/none"]),
      .file("\(scratch.path)/secret/x"),
    ]
    for reference in references {
      let found = try #require(fault(reference))
      #expect(!"\(found.inWords) \(found)".contains("nary"))
    }
  }

  @Test("its memory is overwritten when nobody holds it any more")
  func erased() throws {
    var secret: Secret? = try file(Self.canary).resolve()
    let place = secret?.withBytes { $0.baseAddress.map { UInt(bitPattern: $0) } ?? 0 } ?? 0
    let count = Self.canary.utf8.count
    #expect(Self.memory(at: place, count) == Array(Self.canary.utf8))
    secret = nil
    #expect(Self.memory(at: place, count) != Array(Self.canary.utf8))
  }

  /// What the process has at an address, as the kernel sees it, also where nothing is any more.
  private static func memory(at place: UInt, _ count: Int) -> [UInt8]? {
    let descriptor = open("/proc/self/mem", O_RDONLY)
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: count)
    return pread(descriptor, &bytes, count, off_t(place)) == count ? bytes : nil
  }
}
