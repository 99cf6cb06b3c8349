/** Price: what the move cost where it was measured. */
@NullMarked
package com.gopher.advise.price;

import org.jspecify.annotations.NullMarked;
