/** Ends a process that met an error it cannot recover from, so that it can be started afresh. */
@NullMarked
package com.gopher.failfast;

import org.jspecify.annotations.NullMarked;
