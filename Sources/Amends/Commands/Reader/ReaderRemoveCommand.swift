import ArgumentParser
import Glibc

/// Takes the second reader off this machine.
struct ReaderRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove the second reader; the rules judge on alone.")

  @OptionGroup var desk: DeskOptions

  func run() throws {
    let file = Places(desk: desk.desk).readerFile
    var output = StandardOutput()
    if unlink(file) == 0 {
      output.safeLine("\(file) is removed: the rules judge alone")
    } else if errno == ENOENT {
      output.safeLine("there is none at \(file)")
    } else {
      throw Failure(.no, "\(file) cannot be removed: \(String(cString: strerror(errno)))")
    }
    try output.finish()
  }
}
