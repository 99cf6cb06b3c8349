/** How one part of a started process is harmed on purpose, each harm one class. */
@NullMarked
package com.gopher.sabotage;

import org.jspecify.annotations.NullMarked;
