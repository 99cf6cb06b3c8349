/** Starts, watches, restarts and ends operating-system processes, and writes down what runs. */
@NullMarked
package com.gopher.launcher.process;

import org.jspecify.annotations.NullMarked;
