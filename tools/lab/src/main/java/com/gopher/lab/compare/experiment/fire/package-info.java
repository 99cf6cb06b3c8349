/** If the kitchen burns, the castle burns. */
@NullMarked
package com.gopher.lab.compare.experiment.fire;

import org.jspecify.annotations.NullMarked;
