/**
 * The floors: programs that do the database's and the broker's share of an application's work and
 * nothing else, each in a JVM of its own, asked and answering by lines of text.
 */
@NullMarked
package com.gopher.lab.bench.bare;

import org.jspecify.annotations.NullMarked;
