/** Products and their prices. */
@NullMarked
package com.gophershop.catalog;

import org.jspecify.annotations.NullMarked;
