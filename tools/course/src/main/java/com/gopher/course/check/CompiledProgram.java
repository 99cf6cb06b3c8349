package com.gopher.course.check;

import java.nio.file.Path;
import java.util.List;

/**
 * A program of the learner's, ready to be run and to be looked at.
 *
 * @param classes where it was compiled to, outside the learner's tree
 * @param libraries the jars that it needs
 */
record CompiledProgram(Program program, Path classes, List<Path> libraries) {}
