/** Processes that are started to be measured or broken: what every part of the lab does to them. */
@NullMarked
package com.gopher.lab.system;

import org.jspecify.annotations.NullMarked;
