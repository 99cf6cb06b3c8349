/**
 * Answers when to move a module out of a Java project: from its history, its traffic and its
 * compiled classes, and never from a guess.
 */
@NullMarked
package com.gopher.advise;

import org.jspecify.annotations.NullMarked;
