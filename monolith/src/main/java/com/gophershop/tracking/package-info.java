/** The shop's own copy of where parcels are, and the events that tell the other modules. */
@NullMarked
@OwnsSchema("tracking")
@ApplicationModule(allowedDependencies = {})
package com.gophershop.tracking;

import com.gopher.database.OwnsSchema;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
