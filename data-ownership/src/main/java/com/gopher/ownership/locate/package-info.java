/** Stage 1: finds the classes and resources of an application on disk, and loads none of them. */
@NullMarked
package com.gopher.ownership.locate;

import org.jspecify.annotations.NullMarked;
