package com.gopher.advise.verdict;

import java.util.List;

/**
 * What is advised for one module.
 *
 * @param facts the two that decide
 * @param flip what would turn it; empty where the signs say it already
 */
public record ModuleVerdict(String module, Decision decision, List<String> facts, String flip) {}
