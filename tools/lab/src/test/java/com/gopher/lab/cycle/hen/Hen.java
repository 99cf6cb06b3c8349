package com.gopher.lab.cycle.hen;

import com.gopher.lab.cycle.egg.Egg;

/** One half of a cycle of packages, for the control of {@code PackageCyclesTest}. */
public record Hen(Egg from) {}
