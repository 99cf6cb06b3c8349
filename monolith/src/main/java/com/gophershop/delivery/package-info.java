/**
 * Prepares, ships and delivers one parcel for each order. Nothing refers to this module, so that it
 * can move out.
 */
@NullMarked
@OwnsSchema("delivery")
@ApplicationModule(allowedDependencies = {"order", "tracking"})
package com.gophershop.delivery;

import com.gopher.database.OwnsSchema;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
