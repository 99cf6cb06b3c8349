package com.gopher.lab.compare.claim;

/** One figure of one shape. */
public record Measure(String name, double value, String unit) {}
