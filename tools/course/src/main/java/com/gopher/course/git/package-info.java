/** The learner's git repository, written by a library and free of any user's configuration. */
@NullMarked
package com.gopher.course.git;

import org.jspecify.annotations.NullMarked;
