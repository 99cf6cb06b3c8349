/** A registry of addresses: Eureka's server, started. */
@NullMarked
package com.gopher.discovery;

import org.jspecify.annotations.NullMarked;
