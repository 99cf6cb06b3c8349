/** Prepares, ships and delivers one parcel for each order the tracker decides about. */
@NullMarked
@OwnsSchema("tracker")
package com.gotracker.shipping;

import com.gopher.database.OwnsSchema;
import org.jspecify.annotations.NullMarked;
