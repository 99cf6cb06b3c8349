package com.gopher.advise.verdict;

import java.util.List;

/**
 * The answer and all that it rests on.
 *
 * @param because in a sentence
 * @param flips what would turn the answer
 * @param cannotKnow what no history, log or class file says
 */
public record Answer(
    Decision decision,
    String because,
    List<Sign> signs,
    List<ModuleVerdict> modules,
    List<String> flips,
    List<String> cannotKnow,
    Findings evidence) {}
