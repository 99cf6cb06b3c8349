/** When a difference may be called one. */
@NullMarked
package com.gopher.lab.compare.statistics;

import org.jspecify.annotations.NullMarked;
