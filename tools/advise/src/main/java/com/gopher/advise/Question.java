package com.gopher.advise;

import com.gopher.advise.verdict.Thresholds;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked.
 *
 * @param project the directory of a project
 * @param since the window of the history, such as {@code 12m}
 * @param traffic an access log or a text dump of metrics, or null
 * @param routes module by the beginning of a path, where the controllers do not say it
 * @param price a report of {@code ./shop compare}
 */
public record Question(
    Path project,
    String since,
    @Nullable Path traffic,
    Map<String, String> routes,
    ModulesFrom modulesFrom,
    String basePackage,
    Path price,
    Thresholds thresholds) {}
