/** Stage 1: finds the classes and resources of an application on disk, and loads none of them. */
@Internal
@NullMarked
package com.gopher.ownership.locate;

import com.gopher.ownership.api.Internal;
import org.jspecify.annotations.NullMarked;
