/** The machine on which something was measured. */
@NullMarked
package com.gopher.lab.machine;

import org.jspecify.annotations.NullMarked;
