-- The tables of db/inbound, in the schema of the state that is read: a position is stored in its transaction.

CREATE TABLE tracking.inbound_topic (
  topic      VARCHAR(249) PRIMARY KEY,
  cluster_id VARCHAR(100) NOT NULL,
  topic_id   VARCHAR(36) NOT NULL
);

CREATE TABLE tracking.inbound_position (
  topic_id         VARCHAR(36) NOT NULL,
  partition_number INTEGER NOT NULL,
  next_offset      BIGINT NOT NULL,
  PRIMARY KEY (topic_id, partition_number)
);
