/** Breaks every rule of the shop once. */
@NullMarked
package com.gopher.architecture.samples.billing;

import org.jspecify.annotations.NullMarked;
