/** The people who buy: name, e-mail and address. */
@NullMarked
@OwnsSchema("customers")
@ApplicationModule(allowedDependencies = {})
package com.gophershop.customer;

import com.gopher.database.OwnsSchema;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
