package com.gopher.lab.cycle.egg;

import com.gopher.lab.cycle.hen.Hen;

/** The other half of a cycle of packages, for the control of {@code PackageCyclesTest}. */
public record Egg(Hen from) {}
