/** Stage 2: what the bytecode says, read once: annotations, references, members. */
@NullMarked
package com.gopher.ownership.code;

import org.jspecify.annotations.NullMarked;
