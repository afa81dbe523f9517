/// The messages of a folder, file by file; those that vanish meanwhile are passed over.
final class FolderFeed: MessageFeed {
  private let folder: MessageFolder
  private let limit: Int
  private var rest: ArraySlice<String>
  /// Where messages went that another program moved; looked up once, when the first is missed.
  private lazy var moved = folder.moved()
  private(set) var position = 0
  var messageBytes: Int { position }

  /// The messages of a folder but for those whose lasting names are known.
  ///
  /// - Throws: `ImportError` where the folder cannot be read.
  init(
    _ folder: MessageFolder, limit: Int, except known: Set<String> = []
  ) throws(ImportError) {
    self.folder = folder
    self.limit = limit
    rest = try folder.files(except: known)[...]
  }

  func next() throws(ImportError) -> FoundMessage? {
    while let file = rest.popFirst() {
      guard let path = folder.plainFile(file) ?? whereabouts(of: file) else { continue }
      var message = read(path)
      message.file = file
      position += message.size
      return message
    }
    return nil
  }

  private func whereabouts(of file: String) -> String? {
    moved[MessageFolder.lasting(file)].flatMap(folder.plainFile)
  }

  /// Reads a file, packed or not; a fault costs this message and no other.
  private func read(_ path: String) -> FoundMessage {
    do throws(ImportError) {
      return try SingleFeed.message(Window(try ImportSource.file(path).open()), limit)
    } catch {
      return FoundMessage(fault: error.reason)
    }
  }
}
