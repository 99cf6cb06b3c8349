/** {@code ./shop tutorial}: what a learner types. */
@NullMarked
package com.gopher.course.command;

import org.jspecify.annotations.NullMarked;
