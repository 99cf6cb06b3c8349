/** Prepares, ships and delivers one parcel for each order the tracker decides about. */
@NullMarked
package com.gotracker.shipping;

import org.jspecify.annotations.NullMarked;
