/** Why closed-loop numbers lie. */
@NullMarked
package com.gopher.lab.compare.experiment.stopwatch;

import org.jspecify.annotations.NullMarked;
