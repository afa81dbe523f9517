import Glibc
import Screen
import Terminal

/// A program for tests: shows its size and the last keys, and does what a few of them mean.
@MainActor
func probe() throws {
  var options = TerminalOptions()
  options.hasMouse = getenv("PROBE_MOUSE") != nil
  options.asksBackground = getenv("PROBE_BACKGROUND") != nil
  // As long as a test waits: its parts come when the machine gets to them.
  options.patience = .seconds(10)
  var terminal = try Terminal(options)
  let mailbox = try Mailbox<Int>()
  var lines: [String] = ["日本 e\u{301} ready"]
  var timeout: Int?
  while true {
    var grid = Grid(terminal.size)
    grid.put(SafeText("\(terminal.size.rows)x\(terminal.size.columns) \(terminal.depth)"), at: 0, 0)
    for (row, line) in lines.suffix(6).enumerated() { grid.put(SafeText(line), at: row + 1, 0) }
    terminal.draw(Frame(grid, cursor: Point(row: 1, column: 0), title: "Probe – 1"))
    let wake = terminal.wait(for: mailbox.descriptor, timeout: timeout)
    if timeout != nil { lines.append("tick") }
    timeout = nil
    if wake.mustLeave { return }
    if wake.mustSuspend { terminal.suspend() }
    for number in mailbox.drain() { lines.append("message \(number)") }
    for input in terminal.inputs() {
      switch input {
      case .key("q"): return
      case .key("c"): lines.append("\(terminal.copy("copied"))")
      case .key("r"): lines.append("status \(terminal.run("echo", arguments: ["$HOME; `id`"]))")
      case .key("t"): timeout = 0
      case .key("m"): Task.detached { mailbox.post(7) }
      case .key("9"): terminal.notify("2 due", by: .osc9)
      case .key("7"): terminal.notify("2 due", by: .osc777)
      case .key("8"): terminal.notify("2 due", by: .bell)
      case .key("!"): abort()
      case .key(KeyPress(.function(5))): terminal.forgetPicture()
      case .key(let key): lines.append("<\(key)>")
      case .mouse(let press):
        lines.append("<\(press.button) \(press.point.row),\(press.point.column)>")
      case .background(let color): lines.append("<light \(color.isLight ?? false)>")
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
