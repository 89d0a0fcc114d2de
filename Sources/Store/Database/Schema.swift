internal import Delivery
internal import GRDB

/// The tables and how they came to be; times are milliseconds since 1970, states are the words of `DeliveryState`.
enum Schema {
  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: deliveries and generated texts") { database in
      try database.execute(sql: firstTables)
    }
    migrator.registerMigration("2: schedules") { database in
      try database.execute(sql: scheduleTables)
    }
    return migrator
  }

  /// Whether nothing has to be done to the tables; a newer database is for ``migrate(_:path:)`` to refuse.
  static func isCurrent(_ database: Database) throws -> Bool {
    try migrator.hasCompletedMigrations(database) && !migrator.hasBeenSuperseded(database)
  }

  /// Brings the tables up to date.
  static func migrate(_ queue: DatabaseQueue, path: String) throws {
    if try queue.read(migrator.hasBeenSuperseded) {
      throw OutboxError.unusable(path: path, reason: "a newer Daybook made it; update this one")
    }
    try migrator.migrate(queue)
  }

  /// `due` is when a pending delivery's next attempt or a sending one's end of lease is; nothing else has one, so that
  /// the index holds what waits and no more.
  private static let firstTables = """
    CREATE TABLE deliveries (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      draft TEXT NOT NULL,
      text_hash TEXT NOT NULL,
      webhook TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('pending', 'sending', 'delivered', 'dead', 'cancelled')),
      attempts INTEGER NOT NULL DEFAULT 0,
      attempts_forgiven INTEGER NOT NULL DEFAULT 0,
      last_status INTEGER,
      last_error TEXT,
      due INTEGER,
      owner TEXT,
      accepted INTEGER NOT NULL,
      round_began INTEGER NOT NULL,
      finished INTEGER,
      CHECK ((due IS NOT NULL) = (state IN ('pending', 'sending'))),
      CHECK ((owner IS NOT NULL) = (state = 'sending')),
      UNIQUE (draft, text_hash, webhook)
    ) STRICT;
    CREATE INDEX deliveries_due ON deliveries (webhook, due, seq) WHERE due IS NOT NULL;
    CREATE INDEX deliveries_finished ON deliveries (finished) WHERE finished IS NOT NULL;

    CREATE TABLE payloads (
      delivery INTEGER PRIMARY KEY REFERENCES deliveries (seq),
      content_type TEXT NOT NULL,
      body BLOB NOT NULL
    ) STRICT;

    CREATE TABLE attempts (
      delivery INTEGER NOT NULL REFERENCES deliveries (seq),
      number INTEGER NOT NULL,
      began INTEGER NOT NULL,
      duration INTEGER NOT NULL,
      status INTEGER,
      error TEXT,
      answer TEXT NOT NULL,
      PRIMARY KEY (delivery, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE webhooks (
      name TEXT PRIMARY KEY,
      failures INTEGER NOT NULL,
      failing_since INTEGER,
      paused_since INTEGER,
      pause_reason TEXT,
      next_probe INTEGER,
      slow_until INTEGER
    ) STRICT;

    CREATE TABLE generated_texts (
      draft TEXT PRIMARY KEY,
      text TEXT NOT NULL
    ) STRICT;
    """
}
