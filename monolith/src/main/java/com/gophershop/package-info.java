/** Gopher Shop: a bookshop that takes orders and sees them delivered. */
@NullMarked
package com.gophershop;

import org.jspecify.annotations.NullMarked;
