/** Products and their prices. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.gophershop.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
