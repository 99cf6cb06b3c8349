/** Answers every failure with a problem detail, and writes times with milliseconds. */
@NullMarked
package com.gotracker.http;

import org.jspecify.annotations.NullMarked;
