/** The modules of a project, and to which of them a file belongs. */
@NullMarked
package com.gopher.advise.module;

import org.jspecify.annotations.NullMarked;
