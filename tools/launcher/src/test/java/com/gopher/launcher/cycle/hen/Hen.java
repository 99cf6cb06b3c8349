package com.gopher.launcher.cycle.hen;

import com.gopher.launcher.cycle.egg.Egg;

/** A sample for the rule against cycles: it comes from the egg. */
public record Hen(Egg shell) {}
