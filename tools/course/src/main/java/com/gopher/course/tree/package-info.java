/** What a learner's tree holds beside the shop's own files, and how it is found and written. */
@NullMarked
package com.gopher.course.tree;

import org.jspecify.annotations.NullMarked;
