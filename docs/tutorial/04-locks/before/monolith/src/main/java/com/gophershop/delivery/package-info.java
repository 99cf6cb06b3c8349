/**
 * Prepares, ships and delivers one parcel for each order. Nothing refers to this module, so that it
 * can move out.
 *
 * <p>{@code Dispatch}, {@code ShippingClock}, {@code ShippingTimes} and {@code TrackingNumber} are
 * in the extracted tracker as well: a copy on purpose. Shared, they would tie the two programs
 * together again, and this side's go with the module.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"order", "tracking"})
package com.gophershop.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
