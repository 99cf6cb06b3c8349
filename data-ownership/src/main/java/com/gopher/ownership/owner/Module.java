package com.gopher.ownership.owner;

/** One application module: its name and the package that is it. */
public record Module(String name, String packageName) {}
