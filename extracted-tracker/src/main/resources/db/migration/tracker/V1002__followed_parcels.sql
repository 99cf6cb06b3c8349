-- What is known here of orders that the tracker does not decide about. Apart from tracker.shipment, so that an earlier
-- tracker on the same database, whose clock and announcements go by that table, does not come across them.
-- The number is above those of the foundation's migrations of this schema: what comes later has to bear a higher one.
--
-- decider         who decides about the order, as the shop announced it
-- tracking_number derived from the order's id, as the shop derives it
-- status          the last state of the order that was heard of: PLACED, CANCELLING, CANCELLED, SHIPPED or DELIVERED
-- order_sequence  the sequence of the record that said so, and older ones are ignored
-- status_at       since when the order has that state, by the shop's clock (of its earlier states no time is kept)
CREATE TABLE tracker.followed_parcel (
  order_id        UUID NOT NULL PRIMARY KEY,
  decider         VARCHAR(16) NOT NULL,
  tracking_number VARCHAR(32) NOT NULL,
  status          VARCHAR(16) NOT NULL,
  order_sequence  BIGINT NOT NULL,
  status_at       TIMESTAMP WITH TIME ZONE NOT NULL
);
