/** Stage 4: readers that turn classes, annotations, resources and migrations into mentions. */
@Internal
@NullMarked
package com.gopher.ownership.read;

import com.gopher.ownership.api.Internal;
import org.jspecify.annotations.NullMarked;
