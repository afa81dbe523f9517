/// Products and the units sold of them, a row a day.
///
/// `units_per_day` and `recent` (the newest days' units, oldest first, with commas) are made anew when
/// sales of the ASIN come in, so that a row of the list costs one look-up.
enum SalesSchema {
  static let sql = """
    CREATE TABLE product(
      asin TEXT PRIMARY KEY,
      parent_asin TEXT,
      title TEXT NOT NULL DEFAULT '',
      units_per_day INTEGER,
      recent TEXT NOT NULL DEFAULT ''
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE sales(
      asin TEXT NOT NULL,
      day INTEGER NOT NULL,
      units INTEGER NOT NULL,
      sessions INTEGER,
      PRIMARY KEY(asin, day)
    ) STRICT, WITHOUT ROWID;
    """
}
