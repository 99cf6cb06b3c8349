/** One stack trace against many logs. */
@NullMarked
package com.gopher.lab.compare.experiment.debug;

import org.jspecify.annotations.NullMarked;
