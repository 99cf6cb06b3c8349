/** Judges a learner's project: by what it declares and by what it does, never by its names. */
@NullMarked
package com.gopher.course.check;

import org.jspecify.annotations.NullMarked;
