package com.gopher.lab.compare.report;

/** One figure of one shape. */
public record Measure(String name, double value, String unit) {}
