/** Change a room, rebuild the castle. */
@NullMarked
package com.gopher.lab.compare.experiment.upgrade;

import org.jspecify.annotations.NullMarked;
