/** Stage 2: what the bytecode says, read once: annotations, references, members. */
@Internal
@NullMarked
package com.gopher.ownership.code;

import com.gopher.ownership.api.Internal;
import org.jspecify.annotations.NullMarked;
