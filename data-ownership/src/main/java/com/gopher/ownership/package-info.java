/** The data-ownership rules: which module's code touches which module's tables. */
@NullMarked
package com.gopher.ownership;

import org.jspecify.annotations.NullMarked;
