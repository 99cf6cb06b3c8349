package com.gopher.cli.cycle.egg;

import com.gopher.cli.cycle.hen.Hen;

/** A sample for the rule against cycles: it comes from the hen. */
public record Egg(Hen layer) {}
