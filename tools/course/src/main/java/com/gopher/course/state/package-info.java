/** The states of the learner's project, computed from the repository and the course's overlays. */
@NullMarked
package com.gopher.course.state;

import org.jspecify.annotations.NullMarked;
