/** Git repositories, read and written by a library and free of any user's configuration. */
@NullMarked
package com.gopher.git;

import org.jspecify.annotations.NullMarked;
