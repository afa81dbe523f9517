/// A message in `tmp/` of a Maildir.
public struct WrittenMessage: ReadyMessage {
  private let path: String
  private let name: String

  init(path: String, name: String) {
    self.path = path
    self.name = name
  }

  /// Renames it into `new/`: until that is done nothing has left, from then on it has.
  public func leave() -> Outcome {
    do throws(FileFault) {
      let root = try Folder(path: path)
      let waiting = try root.folder("tmp")
      let new = try root.folder("new")
      return move(waiting, new)
    } catch {
      return .undone(reason: error.inWords)
    }
  }

  /// Removes it from `tmp/`; where that fails, readers of the Maildir remove it after 36 hours.
  public func discard() {
    _ = try? Folder(path: path).folder("tmp").remove(name)
  }

  private func move(_ waiting: borrowing Folder, _ new: borrowing Folder) -> Outcome {
    do throws(FileFault) {
      try waiting.move(name, to: new)
    } catch {
      return afterFailure(error, waiting)
    }
    makeDurable(waiting, new)
    return .sent
  }

  /// Once renamed the message is out for every reader: a failing sync cannot take it back.
  private func makeDurable(_ waiting: borrowing Folder, _ new: borrowing Folder) {
    try? new.sync()
    try? waiting.sync()
  }

  /// It certainly has not left where it can still be removed, or where recovery removed it before.
  private func afterFailure(_ fault: FileFault, _ waiting: borrowing Folder) -> Outcome {
    let wasThere = try? waiting.remove(name)
    return wasThere == true || fault.isMissing
      ? .undone(reason: fault.inWords) : .lost(reason: fault.inWords)
  }
}
