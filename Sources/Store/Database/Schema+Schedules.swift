extension Schema {
  /// The schedules' ledger; times are seconds since 1970, since schedules know no finer ones.
  ///
  /// `opens` is from when on an open occurrence can be claimed, or when a claimed one's lease ends; nothing else has one.
  static let scheduleTables = """
    CREATE TABLE schedules (
      schedule TEXT NOT NULL,
      step TEXT NOT NULL,
      reached INTEGER NOT NULL,
      PRIMARY KEY (schedule, step)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE occurrences (
      id INTEGER PRIMARY KEY,
      schedule TEXT NOT NULL,
      step TEXT NOT NULL,
      due INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('open', 'claimed', 'done', 'failed')),
      attempts INTEGER NOT NULL DEFAULT 0,
      owner TEXT,
      opens INTEGER,
      note TEXT,
      CHECK ((opens IS NOT NULL) = (state IN ('open', 'claimed'))),
      CHECK ((owner IS NOT NULL) = (state = 'claimed')),
      UNIQUE (schedule, step, due)
    ) STRICT;
    CREATE INDEX occurrences_open ON occurrences (due, schedule, step) WHERE opens IS NOT NULL;
    CREATE INDEX occurrences_due ON occurrences (due);
    """
}
