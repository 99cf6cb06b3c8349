package com.gophershop.order;

import java.time.Instant;
import java.util.UUID;

/**
 * An order about whose parcel the tracker decides, neither delivered nor cancelled.
 *
 * @param heard the sequence of what the shop heard last of its parcel; 0 if nothing yet
 */
record OpenOrder(UUID id, Instant placedAt, long heard) {}
