/** One file to copy, or a fleet. */
@NullMarked
package com.gopher.lab.compare.experiment.deploy;

import org.jspecify.annotations.NullMarked;
