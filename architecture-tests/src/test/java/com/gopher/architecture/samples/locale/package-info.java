/** What depends on the locale of the machine, and what does not. */
@NullMarked
package com.gopher.architecture.samples.locale;

import org.jspecify.annotations.NullMarked;
