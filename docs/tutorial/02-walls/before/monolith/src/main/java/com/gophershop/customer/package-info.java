/** The people who buy: name, e-mail and address. */
@NullMarked
package com.gophershop.customer;

import org.jspecify.annotations.NullMarked;
