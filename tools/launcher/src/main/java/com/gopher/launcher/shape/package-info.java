/** The shapes the system can take, as data: names, processes and URLs. */
@NullMarked
package com.gopher.launcher.shape;

import org.jspecify.annotations.NullMarked;
