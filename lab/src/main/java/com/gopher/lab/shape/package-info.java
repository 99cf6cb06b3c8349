/** The shapes the system can take, as data: names, processes and URLs. */
@NullMarked
package com.gopher.lab.shape;

import org.jspecify.annotations.NullMarked;
