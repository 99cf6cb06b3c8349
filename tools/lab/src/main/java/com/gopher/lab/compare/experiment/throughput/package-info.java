/** The same machine takes fewer orders in a city. */
@NullMarked
package com.gopher.lab.compare.experiment.throughput;

import org.jspecify.annotations.NullMarked;
