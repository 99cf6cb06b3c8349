/** A city lives by its roads: what if the road is blocked? */
@NullMarked
package com.gopher.lab.compare.experiment.blockedroad;

import org.jspecify.annotations.NullMarked;
