/** Random secrets that are made once and kept where only their owner can read them. */
@NullMarked
package com.gopher.secret;

import org.jspecify.annotations.NullMarked;
