-- Orders that the shop decides about and that the tracker runs along, with a clock and decisions of its own. Nothing is
-- announced of them. Apart from tracker.shipment for the same reason as followed parcels are.
--
-- status                how far the parcel would be if the tracker decided
-- order_sequence        of the newest record of the order that was applied
-- cancellation_heard_at when the tracker heard that the order is to be cancelled, by its own clock
CREATE TABLE tracker.trial (
  order_id              UUID NOT NULL PRIMARY KEY,
  status                VARCHAR(16) NOT NULL,
  order_sequence        BIGINT NOT NULL,
  prepared_at           TIMESTAMP WITH TIME ZONE,
  shipped_at            TIMESTAMP WITH TIME ZONE,
  delivered_at          TIMESTAMP WITH TIME ZONE,
  cancelled_at          TIMESTAMP WITH TIME ZONE,
  cancellation_heard_at TIMESTAMP WITH TIME ZONE,
  due_at                TIMESTAMP WITH TIME ZONE
);

CREATE INDEX trial_by_due
  ON tracker.trial (status, due_at);
