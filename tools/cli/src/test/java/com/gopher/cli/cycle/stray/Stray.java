package com.gopher.cli.cycle.stray;

import com.gopher.elsewhere.Elsewhere;

/** A sample for the rule of the arrows: it needs what it must not know. */
record Stray(Elsewhere home) {}
