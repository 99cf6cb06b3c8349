-- One row: what the last comparison of shop and tracker found, and when one last found no difference.
CREATE TABLE orders.reconciliation (
  id          INT NOT NULL PRIMARY KEY CHECK (id = 1),
  ended_at    TIMESTAMP WITH TIME ZONE,
  compared    BIGINT NOT NULL,
  differences BIGINT NOT NULL,
  pending     BIGINT NOT NULL,
  clean_at    TIMESTAMP WITH TIME ZONE
);

INSERT INTO orders.reconciliation (id, compared, differences, pending)
VALUES (1, 0, 0, 0);
