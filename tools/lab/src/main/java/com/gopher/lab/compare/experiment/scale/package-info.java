/** Build more bakeries, not more libraries. */
@NullMarked
package com.gopher.lab.compare.experiment.scale;

import org.jspecify.annotations.NullMarked;
