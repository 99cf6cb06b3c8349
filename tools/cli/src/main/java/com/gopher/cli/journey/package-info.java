/** An order's way through the shop, in domain sentences and checked over HTTP only. */
@NullMarked
package com.gopher.cli.journey;

import org.jspecify.annotations.NullMarked;
