/** The files of {@code docs/deploy}, which no build of this repository can run as they stand. */
@NullMarked
package com.gopher.deploy;

import org.jspecify.annotations.NullMarked;
