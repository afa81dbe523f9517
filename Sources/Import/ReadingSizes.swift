/// How much of a file is held at once, in bytes.
struct ReadingSizes {
  /// How long a row may be.
  var row = 8 << 20
  /// How much of the beginning is looked at to tell the format.
  var head = 1 << 16
  /// How much of a mail message is looked at.
  var message = 4 << 20
}
