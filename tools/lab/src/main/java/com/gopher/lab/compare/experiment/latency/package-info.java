/** Function calls are fast, roads take time. */
@NullMarked
package com.gopher.lab.compare.experiment.latency;

import org.jspecify.annotations.NullMarked;
