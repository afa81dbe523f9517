import Glibc
import Torture

guard let order = WorkerOrder(Array(CommandLine.arguments.dropFirst())) else { exit(2) }
do {
  try Worker.work(order)
} catch {
  let words = Array("\(order.role): \(error)\n".utf8)
  _ = write(STDERR_FILENO, words, words.count)
  exit(5)
}
