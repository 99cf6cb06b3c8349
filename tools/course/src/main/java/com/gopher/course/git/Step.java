package com.gopher.course.git;

import com.gopher.course.state.Tree;

/** One commit of the course's history, and the tag that names it. */
public record Step(String tag, String message, Tree tree) {}
