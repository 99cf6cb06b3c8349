package com.gopher.course.state;

import java.util.List;

/**
 * What {@code checkpoint.yml} says.
 *
 * @param minutes how long a learner needs, about
 * @param edit the paths in the learner's tree that the task is about
 * @param needs what must be built: {@code castle}, {@code city}
 * @param question to discuss after it is solved
 */
public record CheckpointFacts(
    String title, int minutes, List<String> edit, List<String> needs, String question) {}
