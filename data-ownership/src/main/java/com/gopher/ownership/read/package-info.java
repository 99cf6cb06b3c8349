/** Stage 4: readers that turn classes, annotations, resources and migrations into mentions. */
@NullMarked
package com.gopher.ownership.read;

import org.jspecify.annotations.NullMarked;
