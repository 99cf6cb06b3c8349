/**
 * Sees to it that no event publication is given up: resumes what a killed process left unfinished,
 * retries what fails with growing pauses, and shows what keeps failing.
 */
@NullMarked
package com.gopher.publications;

import org.jspecify.annotations.NullMarked;
