/** The claims about castle and city, each measured side by side on the machine of the reader. */
@NullMarked
package com.gopher.lab.compare;

import org.jspecify.annotations.NullMarked;
