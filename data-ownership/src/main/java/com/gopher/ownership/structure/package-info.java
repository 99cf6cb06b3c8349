/** Stage 6, on request: how large the modules are, and where they need one another. */
@Internal
@NullMarked
package com.gopher.ownership.structure;

import com.gopher.ownership.api.Internal;
import org.jspecify.annotations.NullMarked;
