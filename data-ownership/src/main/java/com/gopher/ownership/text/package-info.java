/** Stage 4a: works out, without running anything, which texts a method hands on. */
@Internal
@NullMarked
package com.gopher.ownership.text;

import com.gopher.ownership.api.Internal;
import org.jspecify.annotations.NullMarked;
