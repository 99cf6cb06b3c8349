/** Sharing a database is illegal. */
@NullMarked
package com.gopher.lab.compare.experiment.goldenrule;

import org.jspecify.annotations.NullMarked;
