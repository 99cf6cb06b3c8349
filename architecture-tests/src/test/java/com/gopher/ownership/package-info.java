/** Tests of the data-ownership rules. */
@NullMarked
package com.gopher.ownership;

import org.jspecify.annotations.NullMarked;
