/** What each step from a castle to a city with everything takes, and what it brings. */
@NullMarked
package com.gopher.lab.compare.experiment.complexity;

import org.jspecify.annotations.NullMarked;
