-- Whether the tracker runs the order along, on trial. An earlier shop on the same database stores orders without it.
ALTER TABLE orders.purchase_order
  ADD COLUMN trial BOOLEAN DEFAULT FALSE NOT NULL;
