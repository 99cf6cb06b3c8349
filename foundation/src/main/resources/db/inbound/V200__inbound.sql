-- What a reader knows of the topics, and how far it has read them. Runs as it is on H2 and on PostgreSQL, in the schema
-- the migration is run for: the one of the state that is read, because a position is stored in its transaction. The
-- reader's login needs SELECT, INSERT, UPDATE and DELETE on both.

-- A topic that is deleted and made again, here or in another cluster, has the same name and another id.
CREATE TABLE inbound_topic (
  topic      VARCHAR(249) PRIMARY KEY,
  cluster_id VARCHAR(100) NOT NULL,
  topic_id   VARCHAR(36) NOT NULL
);

CREATE TABLE inbound_position (
  topic_id         VARCHAR(36) NOT NULL,
  partition_number INTEGER NOT NULL,
  next_offset      BIGINT NOT NULL,
  PRIMARY KEY (topic_id, partition_number)
);
