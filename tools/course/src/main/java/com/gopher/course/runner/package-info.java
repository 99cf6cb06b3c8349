/**
 * Programs of processes in which the learner's code runs, beside the tool and never in it. Their
 * class path is the learner's classes and libraries; they obey lines on standard input and end with
 * it, so none outlives the tool.
 */
@NullMarked
package com.gopher.course.runner;

import org.jspecify.annotations.NullMarked;
