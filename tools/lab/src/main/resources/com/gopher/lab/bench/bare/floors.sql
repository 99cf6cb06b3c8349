-- What the floors execute. A name, and below it its statement; the values of each ? in their order.

-- insert-customer: id, time
INSERT INTO customers.customer
  (id, name, email, street, postal_code, city, country, registered_at)
VALUES (?, 'Ada Gopher', 'ada@gopher.example', 'Burrow Lane 7', '10115', 'Berlin', 'Germany', ?)

-- find-customer: id
SELECT name, id, email, street, postal_code, city, country FROM customers.customer WHERE id = ?

-- find-products: two SKUs
SELECT title, sku, price_amount, price_currency FROM catalog.product WHERE sku IN (?, ?)

-- insert-order: id, customer, status, version, total, time
INSERT INTO orders.purchase_order
  (id, customer_id, decider, status, version, total_amount, total_currency, placed_at, idempotency_key,
   request_digest)
VALUES (?, ?, 'shop', ?, ?, ?, 'EUR', ?, NULL, NULL)

-- insert-order-of-the-tracker: id, customer, total, time
INSERT INTO orders.purchase_order
  (id, customer_id, decider, status, version, total_amount, total_currency, placed_at, idempotency_key,
   request_digest)
VALUES (?, ?, 'tracker', 'PLACED', 1, ?, 'EUR', ?, NULL, NULL)

-- insert-line: order, position, price
INSERT INTO orders.order_line (order_id, position, sku, title, quantity, unit_amount, unit_currency)
VALUES (?, ?, 'GS-1001', 'The Tunnel Architect', 1, ?, 'EUR')

-- insert-invoice: id, order, total, time, again the order
INSERT INTO billing.invoice
  (id, order_id, customer_name, street, postal_code, city, country, total_amount, total_currency, issued_at)
SELECT ?, ?, 'Ada Gopher', 'Burrow Lane 7', '10115', 'Berlin', 'Germany', ?, 'EUR', ?
WHERE NOT EXISTS (SELECT 1 FROM billing.invoice WHERE order_id = ?)

-- insert-parcel: order, tracking number, status, sequence, time
INSERT INTO tracking.parcel (order_id, tracking_number, status, sequence, as_of)
VALUES (?, ?, ?, ?, ?)

-- publish: id, listener, time, event
INSERT INTO events.event_publication
  (id, event_type, listener_id, publication_date, serialized_event, status, completion_attempts,
   last_resubmission_date)
VALUES (?, 'com.gophershop.order.OrderPlaced', ?, ?, ?, 'PUBLISHED', 1, NULL)

-- complete-publication: id
DELETE FROM events.event_publication WHERE id = ?

-- prepare-shipment: order, tracking number, time, again the order
INSERT INTO delivery.shipment (order_id, tracking_number, status, version, due_at)
SELECT ?, ?, 'PREPARING', 1, ?
WHERE NOT EXISTS (SELECT 1 FROM delivery.shipment WHERE order_id = ?)

-- note-preparing: order, time, again the order
INSERT INTO tracking.parcel_history (order_id, sequence, status, at)
SELECT ?, 1, 'PREPARING', ?
WHERE NOT EXISTS (SELECT 1 FROM tracking.parcel_history WHERE order_id = ? AND status = 'PREPARING')

-- move-parcel: time, order
UPDATE tracking.parcel
SET status = CASE WHEN sequence < 1 THEN 'PREPARING' ELSE status END,
    sequence = CASE WHEN sequence < 1 THEN 1 ELSE sequence END, as_of = ?
WHERE order_id = ?

-- insert-delivered-shipment: order, tracking number
INSERT INTO delivery.shipment (order_id, tracking_number, status, version, due_at)
VALUES (?, ?, 'DELIVERED', 3, NULL)

-- insert-history: order, status, sequence, time
INSERT INTO tracking.parcel_history (order_id, status, sequence, at) VALUES (?, ?, ?, ?)

-- create-lines: of the hop
CREATE TABLE line (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, payload VARCHAR(1000))

-- insert-hop: payload
INSERT INTO line (payload) VALUES (?)

-- find-known: orders
SELECT order_id FROM tracker.shipment WHERE order_id = ANY(?)

-- insert-shipment: order, tracking number, time, time when it is due
INSERT INTO tracker.shipment
  (order_id, tracking_number, status, order_sequence, prepared_at, due_at)
VALUES (?, ?, 'PREPARING', 1, ?, ?)

-- insert-outbox: order, event id, time, payload
INSERT INTO tracker.outbox
  (topic, record_key, event_id, event_type, event_source, event_time, payload)
VALUES ('tracker.shipments', ?, ?, 'tracker.shipment.prepared', '/gotracker', ?, ?)
