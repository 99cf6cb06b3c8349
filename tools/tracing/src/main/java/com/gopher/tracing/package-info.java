/** Spans for Zipkin, of programs that know nothing of it. */
@NullMarked
package com.gopher.tracing;

import org.jspecify.annotations.NullMarked;
