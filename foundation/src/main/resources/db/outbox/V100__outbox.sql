-- What has to reach Kafka and has not been acknowledged yet. Runs as it is on H2 and on PostgreSQL, in the schema the
-- migration is run for. Who publishes needs INSERT on outbox and nothing else (an identity column asks for no right on
-- its sequence); who relays needs SELECT and DELETE on outbox, and SELECT, INSERT, UPDATE and DELETE on the other two.
CREATE TABLE outbox (
  id           BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  topic        VARCHAR(249) NOT NULL,
  record_key   VARCHAR(255) NOT NULL,
  event_id     VARCHAR(255) NOT NULL,
  event_type   VARCHAR(255) NOT NULL,
  event_source VARCHAR(255) NOT NULL,
  event_time   TIMESTAMP WITH TIME ZONE NOT NULL,
  traceparent  VARCHAR(55),
  payload      VARCHAR(1000000) NOT NULL,
  stored_at    TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL
);

-- Records the broker refuses for ever. Apart from the outbox, so that publishers never write to it and it is nearly
-- always empty: looking into it costs the relay nothing.
CREATE TABLE outbox_parked (
  id        BIGINT PRIMARY KEY REFERENCES outbox (id) ON DELETE CASCADE,
  parked_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
  reason    VARCHAR(1000) NOT NULL
);

-- One row: who relays, and until when if nothing more is heard.
CREATE TABLE outbox_lease (
  id         INTEGER PRIMARY KEY CHECK (id = 1),
  holder     VARCHAR(100) NOT NULL,
  expires_at TIMESTAMP WITH TIME ZONE NOT NULL
);

INSERT INTO outbox_lease (id, holder, expires_at)
VALUES (1, 'nobody', TIMESTAMP WITH TIME ZONE '2000-01-01 00:00:00+00:00');
