/** What a process does that is out of its mind: it ends, so that it can be started afresh. */
@NullMarked
package com.gopher.failfast;

import org.jspecify.annotations.NullMarked;
