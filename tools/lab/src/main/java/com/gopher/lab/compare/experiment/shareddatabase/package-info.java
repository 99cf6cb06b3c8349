/** Services that share a database. */
@NullMarked
package com.gopher.lab.compare.experiment.shareddatabase;

import org.jspecify.annotations.NullMarked;
