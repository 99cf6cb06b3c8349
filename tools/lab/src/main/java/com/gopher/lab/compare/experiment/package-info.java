/** One class for each claim. */
@NullMarked
package com.gopher.lab.compare.experiment;

import org.jspecify.annotations.NullMarked;
