/** Products and their prices. */
@NullMarked
@OwnsSchema("catalog")
@ApplicationModule(allowedDependencies = {})
package com.gophershop.catalog;

import com.gopher.database.OwnsSchema;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
