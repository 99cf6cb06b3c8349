/** Holds this repository's own code to its architecture, and each rule to being able to fail. */
@NullMarked
package com.gopher.architecture;

import org.jspecify.annotations.NullMarked;
