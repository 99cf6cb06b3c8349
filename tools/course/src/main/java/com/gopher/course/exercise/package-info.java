/**
 * Small tasks beside the course: the shop with one thing broken, and the question what stops it.
 */
@NullMarked
package com.gopher.course.exercise;

import org.jspecify.annotations.NullMarked;
