package com.gopher.elsewhere;

/** Stands for a module of ours that these tools must not know. */
public record Elsewhere() {}
