import type { Migration } from "../migrate.ts";

export const firstTables: Migration = {
  name: "first-tables",
  run(connection) {
    connection.exec(`
      -- What happened, in order. Rows are added; payload and salt alone may go, together, at the end of
      -- their retention.
      CREATE TABLE capture_log (
        sequence INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        request TEXT NOT NULL UNIQUE,
        envelope INTEGER NOT NULL,
        device TEXT NOT NULL,
        kind TEXT NOT NULL,
        version INTEGER NOT NULL,
        captured_at TEXT NOT NULL,
        clock_offset_ms INTEGER,
        branch TEXT NOT NULL,
        staff TEXT NOT NULL,
        amends TEXT,
        notice_id TEXT,
        notice_version INTEGER,
        notice_language TEXT,
        notice_hash TEXT,
        content_hash TEXT NOT NULL,
        previous_hash TEXT NOT NULL,
        hash TEXT NOT NULL,
        salt TEXT,
        payload TEXT,
        CHECK ((payload IS NULL) = (salt IS NULL))
      ) STRICT;
      CREATE INDEX capture_amends ON capture_log (amends, sequence) WHERE amends IS NOT NULL;

      CREATE TRIGGER capture_log_in_order BEFORE INSERT ON capture_log
      WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM capture_log)
      BEGIN SELECT raise(ABORT, 'capture_log has no gaps'); END;

      CREATE TRIGGER capture_log_purge_only BEFORE UPDATE ON capture_log
      WHEN NEW.payload IS NOT NULL OR NEW.salt IS NOT NULL
        OR (NEW.sequence, NEW.id, NEW.request, NEW.envelope, NEW.device, NEW.kind, NEW.version,
            NEW.captured_at, NEW.clock_offset_ms, NEW.branch, NEW.staff, NEW.amends, NEW.notice_id,
            NEW.notice_version, NEW.notice_language, NEW.notice_hash, NEW.content_hash,
            NEW.previous_hash, NEW.hash)
        IS NOT
           (OLD.sequence, OLD.id, OLD.request, OLD.envelope, OLD.device, OLD.kind, OLD.version,
            OLD.captured_at, OLD.clock_offset_ms, OLD.branch, OLD.staff, OLD.amends, OLD.notice_id,
            OLD.notice_version, OLD.notice_language, OLD.notice_hash, OLD.content_hash,
            OLD.previous_hash, OLD.hash)
      BEGIN SELECT raise(ABORT, 'capture_log is append only'); END;

      CREATE TRIGGER capture_log_never_deleted BEFORE DELETE ON capture_log
      BEGIN SELECT raise(ABORT, 'capture_log is append only'); END;

      -- What a capture is found by exactly. type: phone, email, member, receipt.
      CREATE TABLE search_key (
        type TEXT NOT NULL,
        value TEXT NOT NULL,
        sequence INTEGER NOT NULL REFERENCES capture_log,
        PRIMARY KEY (type, value, sequence)
      ) STRICT, WITHOUT ROWID;

      -- How a capture showed its person, one person's together. The newest is what a list shows.
      CREATE TABLE sighting (
        subject TEXT NOT NULL,
        sequence INTEGER NOT NULL REFERENCES capture_log,
        at INTEGER NOT NULL,
        name TEXT,
        phone TEXT,
        email TEXT,
        member TEXT,
        PRIMARY KEY (subject, sequence)
      ) STRICT, WITHOUT ROWID;

      -- Whom a capture names: the person's id, and their names in normal text, one to a line. Narrow, because
      -- short terms and what is not indexed yet are looked for by reading it from its end.
      CREATE TABLE named (
        sequence INTEGER PRIMARY KEY REFERENCES capture_log,
        subject TEXT NOT NULL,
        names TEXT NOT NULL
      ) STRICT;

      -- Names by their trigrams, as far as name_indexed says. A save does not touch it: tidy() brings it up
      -- to date when the desk is idle.
      CREATE VIRTUAL TABLE name_index USING fts5 (
        names, content = 'named', content_rowid = 'sequence', columnsize = 0,
        tokenize = 'trigram case_sensitive 1'
      );
      -- Merging is tidy()'s too, a little at a time.
      INSERT INTO name_index (name_index, rank) VALUES ('automerge', 0), ('crisismerge', 400);
      -- A purged name leaves the index at once, not at some later merge.
      INSERT INTO name_index (name_index, rank) VALUES ('secure-delete', 1);
      CREATE TABLE name_indexed (one INTEGER PRIMARY KEY CHECK (one = 1), upto INTEGER NOT NULL) STRICT;
      INSERT INTO name_indexed (one, upto) VALUES (1, 0);

      -- What head office does not have yet. Times in ms since 1970.
      CREATE TABLE outbox (
        sequence INTEGER PRIMARY KEY REFERENCES capture_log,
        urgent INTEGER NOT NULL CHECK (urgent IN (0, 1)),
        parked INTEGER NOT NULL DEFAULT 0 CHECK (parked IN (0, 1)),
        tries INTEGER NOT NULL DEFAULT 0,
        last_tried_at INTEGER,
        next_try_at INTEGER NOT NULL DEFAULT 0,
        reason TEXT
      ) STRICT;
      CREATE INDEX outbox_urgent ON outbox (sequence) WHERE urgent = 1;
      CREATE INDEX outbox_parked ON outbox (sequence) WHERE parked = 1;
      CREATE TABLE acknowledged (
        sequence INTEGER PRIMARY KEY REFERENCES capture_log,
        at INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE notice_words (hash TEXT PRIMARY KEY, words TEXT NOT NULL) STRICT;

      -- Who did what, to whom or what. Rows are added and never changed.
      CREATE TABLE audit (
        sequence INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        staff TEXT,
        action TEXT NOT NULL,
        subject TEXT
      ) STRICT;
      CREATE TRIGGER audit_never_changed BEFORE UPDATE ON audit
      BEGIN SELECT raise(ABORT, 'audit is append only'); END;
      CREATE TRIGGER audit_never_deleted BEFORE DELETE ON audit
      BEGIN SELECT raise(ABORT, 'audit is append only'); END;

      CREATE TABLE draft (
        staff TEXT NOT NULL,
        form TEXT NOT NULL,
        body TEXT NOT NULL,
        kept_at INTEGER NOT NULL,
        PRIMARY KEY (staff, form)
      ) STRICT;

      -- From head office, as it came: a topic this version does not know is kept unread.
      CREATE TABLE received (
        topic TEXT NOT NULL,
        key TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (topic, key)
      ) STRICT;

      CREATE TABLE sign_in_tries (
        staff TEXT PRIMARY KEY,
        pin_version INTEGER NOT NULL,
        wrong INTEGER NOT NULL
      ) STRICT;

      -- One row: what this PC is, and where it stands with head office.
      CREATE TABLE device (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        device TEXT,
        device_number INTEGER,
        branch TEXT,
        head_office TEXT,
        protected_key BLOB,
        clock_offset_ms INTEGER,
        last_synced_at TEXT,
        pull_cursor INTEGER NOT NULL DEFAULT 0,
        language TEXT
      ) STRICT;
      INSERT INTO device (one) VALUES (1);
    `);
  },
};
