/**
 * The blind half of the gallery: samples written after the rules by somebody who had not read them.
 *
 * <p>Nothing here is changed because a rule misses it; {@link
 * com.gopher.ownership.blind.BlindSamplesTest} counts.
 */
@NullMarked
package com.gopher.ownership.blind;

import org.jspecify.annotations.NullMarked;
