/** Takes orders, follows them until they are delivered, and asks for their cancellation. */
@NullMarked
package com.gophershop.order;

import org.jspecify.annotations.NullMarked;
