CREATE TABLE delivery.shipment (
  order_id        UUID NOT NULL PRIMARY KEY,
  tracking_number VARCHAR(32) NOT NULL,
  status          VARCHAR(16) NOT NULL,
  version         BIGINT NOT NULL,
  due_at          TIMESTAMP WITH TIME ZONE
);

CREATE INDEX shipment_by_due
  ON delivery.shipment (status, due_at);
