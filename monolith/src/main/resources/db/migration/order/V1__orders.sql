CREATE TABLE orders.purchase_order (
  id              UUID NOT NULL PRIMARY KEY,
  customer_id     UUID NOT NULL,
  decider         VARCHAR(16) NOT NULL,
  status          VARCHAR(16) NOT NULL,
  version         BIGINT NOT NULL,
  total_amount    NUMERIC(14, 2) NOT NULL,
  total_currency  VARCHAR(3) NOT NULL,
  placed_at       TIMESTAMP WITH TIME ZONE NOT NULL,
  idempotency_key VARCHAR(255) UNIQUE,
  request_digest  VARCHAR(64)
);

CREATE INDEX purchase_order_by_customer
  ON orders.purchase_order (customer_id, id);

CREATE TABLE orders.order_line (
  order_id      UUID NOT NULL REFERENCES orders.purchase_order (id),
  position      INT NOT NULL,
  sku           VARCHAR(32) NOT NULL,
  title         VARCHAR(200) NOT NULL,
  quantity      INT NOT NULL,
  unit_amount   NUMERIC(12, 2) NOT NULL,
  unit_currency VARCHAR(3) NOT NULL,
  PRIMARY KEY (order_id, position)
);
