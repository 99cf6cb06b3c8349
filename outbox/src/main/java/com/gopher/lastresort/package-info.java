/** What a process does that is out of its mind: it ends, so that it can be started afresh. */
@NullMarked
package com.gopher.lastresort;

import org.jspecify.annotations.NullMarked;
