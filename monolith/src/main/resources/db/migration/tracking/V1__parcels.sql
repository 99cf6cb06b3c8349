CREATE TABLE tracking.parcel (
  order_id        UUID NOT NULL PRIMARY KEY,
  tracking_number VARCHAR(32) NOT NULL,
  status          VARCHAR(16) NOT NULL,
  sequence        BIGINT NOT NULL,
  as_of           TIMESTAMP WITH TIME ZONE NOT NULL
);

-- A parcel is in each status once, however often it is told of.
CREATE TABLE tracking.parcel_history (
  order_id UUID NOT NULL,
  status   VARCHAR(16) NOT NULL,
  sequence BIGINT NOT NULL,
  at       TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (order_id, status)
);
