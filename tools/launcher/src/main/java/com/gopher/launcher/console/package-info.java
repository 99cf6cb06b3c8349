/**
 * How the command line speaks: results on stdout, narration on stderr, one sentence for each
 * refusal.
 */
@NullMarked
package com.gopher.launcher.console;

import org.jspecify.annotations.NullMarked;
