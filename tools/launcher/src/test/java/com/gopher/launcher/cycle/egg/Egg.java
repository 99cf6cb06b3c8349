package com.gopher.launcher.cycle.egg;

import com.gopher.launcher.cycle.hen.Hen;

/** A sample for the rule against cycles: it comes from the hen. */
public record Egg(Hen layer) {}
