/** Takes orders, follows them until they are delivered, and asks for their cancellation. */
@NullMarked
@ApplicationModule(allowedDependencies = {"catalog", "customer", "tracking"})
package com.gophershop.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
