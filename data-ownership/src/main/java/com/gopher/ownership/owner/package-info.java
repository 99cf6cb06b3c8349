/** Stage 3: which modules there are, and which of them owns which schema and table. */
@Internal
@NullMarked
package com.gopher.ownership.owner;

import com.gopher.ownership.api.Internal;
import org.jspecify.annotations.NullMarked;
