package com.gopher.course.check;

import com.gopher.course.state.Tree;
import java.nio.file.Path;
import java.util.List;

/**
 * What is judged.
 *
 * @param files the learner's files
 * @param classes where they were compiled to, outside the learner's tree
 * @param libraries the jars that the shop needs
 * @param judges the class path of the tool's programs that run beside the shop
 * @param work a directory made for this check
 */
record Subject(Tree files, Path classes, List<Path> libraries, List<Path> judges, Path work) {}
