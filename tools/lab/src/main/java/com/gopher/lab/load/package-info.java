/** Orders by the clock: a load that does not wait for those it measures. */
@NullMarked
package com.gopher.lab.load;

import org.jspecify.annotations.NullMarked;
