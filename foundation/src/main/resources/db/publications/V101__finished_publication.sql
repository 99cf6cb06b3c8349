-- Behind the outbox's V100, which shares the schema's history: databases have that one already.
--
-- What listeners have finished in their own transactions. A module's login may add the ids that it
-- knows and read nothing; the registry's login removes the publications, and these rows with them.
-- A publication is finished once: a second attempt is refused by the key while the row is there,
-- and by the reference when it is gone.
CREATE TABLE events.finished_publication (
  id UUID NOT NULL PRIMARY KEY,
  CONSTRAINT finished_publication_is_known FOREIGN KEY (id)
    REFERENCES events.event_publication (id) ON DELETE CASCADE
);
