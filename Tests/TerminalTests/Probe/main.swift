import Glibc
import Screen
import Terminal

/// A program for tests: shows its size and the last keys, and does what a few of them mean.
@MainActor
func probe() throws {
  var terminal = try Terminal()
  let mailbox = try Mailbox<Int>()
  var lines: [String] = ["日本 e\u{301} ready"]
  while true {
    var grid = Grid(terminal.size)
    grid.put(SafeText("\(terminal.size.rows)x\(terminal.size.columns) \(terminal.depth)"), at: 0, 0)
    for (row, line) in lines.suffix(6).enumerated() { grid.put(SafeText(line), at: row + 1, 0) }
    terminal.draw(Frame(grid, cursor: Point(row: 1, column: 0)))
    let wake = terminal.wait(for: mailbox.descriptor, timeout: nil)
    if wake.mustLeave { return }
    if wake.mustSuspend { terminal.suspend() }
    for number in mailbox.drain() { lines.append("message \(number)") }
    for key in terminal.keys() {
      switch key {
      case "q": return
      case "c": lines.append("\(terminal.copy("copied"))")
      case "r": lines.append("status \(terminal.run("echo", arguments: ["$HOME; `id`"]))")
      case "m": Task.detached { mailbox.post(7) }
      case "!": abort()
      case KeyPress(.function(5)): terminal.forgetPicture()
      default: lines.append("<\(key)>")
      }
    }
  }
}

do {
  try probe()
  print("left")
} catch {
  print("error: \(error)")
  exit(3)
}
