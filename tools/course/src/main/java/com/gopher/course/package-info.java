/**
 * The course: a chain of whole projects, each the start of a checkpoint, and the checks that say
 * when one is solved.
 */
@NullMarked
package com.gopher.course;

import org.jspecify.annotations.NullMarked;
