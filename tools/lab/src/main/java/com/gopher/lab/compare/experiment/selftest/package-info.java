/** Whether the laboratory itself works, in a minute. */
@NullMarked
package com.gopher.lab.compare.experiment.selftest;

import org.jspecify.annotations.NullMarked;
