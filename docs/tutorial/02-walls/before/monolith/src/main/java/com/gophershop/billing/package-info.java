/** Writes one invoice for each order and a credit note when it is cancelled. */
@NullMarked
package com.gophershop.billing;

import org.jspecify.annotations.NullMarked;
