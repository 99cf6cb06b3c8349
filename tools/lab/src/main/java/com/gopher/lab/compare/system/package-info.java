/** The shapes that are compared, as data, and what it takes to start them with equal budgets. */
@NullMarked
package com.gopher.lab.compare.system;

import org.jspecify.annotations.NullMarked;
