/** Who knows where the trackers are: a list, or a map that they tell. */
@NullMarked
package com.gopher.lab.compare.experiment.maporlist;

import org.jspecify.annotations.NullMarked;
