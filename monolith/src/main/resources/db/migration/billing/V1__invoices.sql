-- The unique keys are what makes an event that comes twice harmless.
CREATE TABLE billing.invoice (
  id             UUID NOT NULL PRIMARY KEY,
  order_id       UUID NOT NULL UNIQUE,
  customer_name  VARCHAR(200) NOT NULL,
  street         VARCHAR(200) NOT NULL,
  postal_code    VARCHAR(20) NOT NULL,
  city           VARCHAR(100) NOT NULL,
  country        VARCHAR(100) NOT NULL,
  total_amount   NUMERIC(14, 2) NOT NULL,
  total_currency VARCHAR(3) NOT NULL,
  issued_at      TIMESTAMP WITH TIME ZONE NOT NULL
);

-- No reference to the invoice: a cancellation may be heard of before the order.
CREATE TABLE billing.credit_note (
  id        UUID NOT NULL PRIMARY KEY,
  order_id  UUID NOT NULL UNIQUE,
  issued_at TIMESTAMP WITH TIME ZONE NOT NULL
);
