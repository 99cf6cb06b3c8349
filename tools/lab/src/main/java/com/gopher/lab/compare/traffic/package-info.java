/** Customers of a running system, and what became of their orders. */
@NullMarked
package com.gopher.lab.compare.traffic;

import org.jspecify.annotations.NullMarked;
