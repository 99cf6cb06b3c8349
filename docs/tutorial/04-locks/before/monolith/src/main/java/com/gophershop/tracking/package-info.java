/**
 * The shop's own copy of where parcels are, and the events by which the other modules learn of it.
 *
 * <p>{@code TrackingController} is in the extracted tracker as well: a copy on purpose, so that
 * each program's API is its own.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.gophershop.tracking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
