/** Writes one invoice for each order and a credit note when it is cancelled. */
@NullMarked
@OwnsSchema("billing")
@ApplicationModule(allowedDependencies = {"order", "customer"})
package com.gophershop.billing;

import com.gopher.database.OwnsSchema;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
