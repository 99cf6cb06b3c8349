-- The states a shipment went through are columns, not rows: each is passed at most once, so none can be noted twice.
CREATE TABLE tracker.shipment (
  order_id        UUID NOT NULL PRIMARY KEY,
  tracking_number VARCHAR(32) NOT NULL,
  status          VARCHAR(16) NOT NULL,
  order_sequence  BIGINT NOT NULL,
  prepared_at     TIMESTAMP WITH TIME ZONE,
  shipped_at      TIMESTAMP WITH TIME ZONE,
  delivered_at    TIMESTAMP WITH TIME ZONE,
  cancelled_at    TIMESTAMP WITH TIME ZONE,
  due_at          TIMESTAMP WITH TIME ZONE
);

CREATE INDEX shipment_by_due
  ON tracker.shipment (status, due_at);
