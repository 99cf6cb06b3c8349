/** Traffic: requests by module, read from access logs and metrics. */
@NullMarked
package com.gopher.advise.traffic;

import org.jspecify.annotations.NullMarked;
