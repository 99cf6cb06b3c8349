/** Stands for the module that nothing may refer to. */
@NullMarked
package com.gopher.shop.samples.delivery;

import org.jspecify.annotations.NullMarked;
