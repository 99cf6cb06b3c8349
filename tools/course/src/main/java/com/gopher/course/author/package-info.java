/** What the author of the course needs: making overlays and keeping them up to date. */
@NullMarked
package com.gopher.course.author;

import org.jspecify.annotations.NullMarked;
