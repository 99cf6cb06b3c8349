-- Up to which version an order was announced outside the shop; 0 for never, as in a shop without Kafka. Of orders that are
-- here already nobody noted it, so the backfill announces them once more: readers go by the sequence.
ALTER TABLE orders.purchase_order
  ADD COLUMN announced BIGINT DEFAULT 0 NOT NULL;

-- One row: the job that announces what is behind, shared by all shops on this database.
CREATE TABLE orders.backfill (
  id         INT NOT NULL PRIMARY KEY CHECK (id = 1),
  state      VARCHAR(16) NOT NULL,
  rate       INT NOT NULL,
  last_id    UUID NOT NULL,
  found      BIGINT NOT NULL,
  done       BIGINT NOT NULL,
  next_at    TIMESTAMP WITH TIME ZONE NOT NULL,
  changed_at TIMESTAMP WITH TIME ZONE NOT NULL
);

INSERT INTO orders.backfill (id, state, rate, last_id, found, done, next_at, changed_at)
VALUES (1, 'NONE', 500, '00000000-0000-0000-0000-000000000000', 0, 0,
        TIMESTAMP WITH TIME ZONE '2000-01-01 00:00:00+00:00', TIMESTAMP WITH TIME ZONE '2000-01-01 00:00:00+00:00');
