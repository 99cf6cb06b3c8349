/** GoTracker: ships the parcels of the orders it hears of, and tells where they are. */
@NullMarked
package com.gotracker;

import org.jspecify.annotations.NullMarked;
