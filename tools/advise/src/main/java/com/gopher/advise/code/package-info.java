/** Size and distance: what the compiled classes say. */
@NullMarked
package com.gopher.advise.code;

import org.jspecify.annotations.NullMarked;
