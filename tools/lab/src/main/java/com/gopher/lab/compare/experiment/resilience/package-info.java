/** If the bakery burns, the bank stays open. */
@NullMarked
package com.gopher.lab.compare.experiment.resilience;

import org.jspecify.annotations.NullMarked;
