/** What is known, or why it is not. */
@NullMarked
package com.gopher.advise.evidence;

import org.jspecify.annotations.NullMarked;
