/** The A/A run: the same shape compared with itself. */
@NullMarked
package com.gopher.lab.compare.experiment.noise;

import org.jspecify.annotations.NullMarked;
