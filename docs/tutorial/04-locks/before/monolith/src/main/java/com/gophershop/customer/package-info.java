/** The people who buy: name, e-mail and address. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.gophershop.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
