package com.gopher.advise.verdict;

import com.gopher.advise.code.Code;
import com.gopher.advise.evidence.Evidence;
import com.gopher.advise.history.People;
import com.gopher.advise.price.Price;
import com.gopher.advise.traffic.Traffic;
import java.util.List;

/**
 * All that was found out about a project.
 *
 * @param project its directory as the user named it
 * @param kindOfModules what a module is here, in a word
 * @param modules their names
 */
public record Findings(
    String project,
    String kindOfModules,
    List<String> modules,
    Evidence<People> people,
    Evidence<Traffic> traffic,
    Evidence<Code> code,
    Evidence<Price> price) {}
