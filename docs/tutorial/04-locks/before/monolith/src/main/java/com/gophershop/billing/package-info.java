/** Writes one invoice for each order and a credit note when it is cancelled. */
@NullMarked
@ApplicationModule(allowedDependencies = {"order", "customer"})
package com.gophershop.billing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
