-- Who decides about new orders: the change with the highest number is in force.

CREATE TABLE orders.mode_change (
  number     INT NOT NULL PRIMARY KEY,
  changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
  from_mode  VARCHAR(16),
  to_mode    VARCHAR(16) NOT NULL,
  changed_by VARCHAR(256) NOT NULL,
  reason     VARCHAR(500) NOT NULL
);
