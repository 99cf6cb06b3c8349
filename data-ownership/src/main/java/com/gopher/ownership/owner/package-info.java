/** Stage 3: which modules there are, and which of them owns which schema and table. */
@NullMarked
package com.gopher.ownership.owner;

import org.jspecify.annotations.NullMarked;
