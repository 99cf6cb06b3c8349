/** Takes orders, follows them until they are delivered, and asks for their cancellation. */
@NullMarked
@OwnsSchema("orders")
@ApplicationModule(allowedDependencies = {"catalog", "customer", "tracking"})
package com.gophershop.order;

import com.gopher.database.OwnsSchema;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
