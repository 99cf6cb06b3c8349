/** GoTracker: ships the parcels of the orders that Kafka brings it, and shows where they are. */
@NullMarked
package com.gotracker;

import org.jspecify.annotations.NullMarked;
