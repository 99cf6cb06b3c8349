/** Breaks every rule of the shop once. */
@NullMarked
package com.gopher.shop.samples.billing;

import org.jspecify.annotations.NullMarked;
