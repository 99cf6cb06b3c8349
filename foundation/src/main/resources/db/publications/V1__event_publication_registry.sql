-- Spring Modulith's registry (structure v2) with three changes: room for events of any sensible
-- size, an index that retries use, and the date of the next attempt (see PublicationQueue).
CREATE TABLE events.event_publication (
  id                     UUID NOT NULL PRIMARY KEY,
  listener_id            VARCHAR(512) NOT NULL,
  event_type             VARCHAR(512) NOT NULL,
  serialized_event       VARCHAR(1000000) NOT NULL,
  publication_date       TIMESTAMP WITH TIME ZONE NOT NULL,
  completion_date        TIMESTAMP WITH TIME ZONE,
  status                 VARCHAR(20),
  completion_attempts    INT,
  last_resubmission_date TIMESTAMP WITH TIME ZONE,
  next_attempt_at        TIMESTAMP WITH TIME ZONE
);

CREATE INDEX event_publication_by_status
  ON events.event_publication (status, next_attempt_at);
