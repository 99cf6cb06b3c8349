/**
 * Measurements of the shop beside a floor that is measured in the same run. Where a figure names a
 * quiet machine, bare programs reached that on the machine this was built on when nobody else was
 * at work (November 2026, two cores, JDK 17; medians of several runs); a floor that is worse by
 * more than half says that others are, and then no ratio to it means anything.
 */
@NullMarked
package com.gopher.lab.bench;

import org.jspecify.annotations.NullMarked;
