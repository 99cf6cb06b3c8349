/**
 * Prepares, ships and delivers one parcel for each order the tracker decides about.
 *
 * <p>{@code Dispatch}, {@code ShippingClock}, {@code ShippingTimes}, {@code DueTimes}, {@code
 * DueTimesWatch}, {@code TrackingNumber} and {@code TrackingController} came with it out of the
 * shop, which has them still: a copy on purpose. Shared, they would tie the two programs together
 * again, and each side may change its own.
 */
@NullMarked
@OwnsSchema("tracker")
package com.gotracker.shipping;

import com.gopher.database.OwnsSchema;
import org.jspecify.annotations.NullMarked;
