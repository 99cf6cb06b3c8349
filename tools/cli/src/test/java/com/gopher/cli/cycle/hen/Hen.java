package com.gopher.cli.cycle.hen;

import com.gopher.cli.cycle.egg.Egg;

/** A sample for the rule against cycles: it comes from the egg. */
public record Hen(Egg shell) {}
