/** Measurements of the shop beside a floor that is measured in the same run. */
@NullMarked
package com.gopher.lab.bench;

import org.jspecify.annotations.NullMarked;
