package com.gopher.course.check;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One of several attempts of a kind at a checkpoint of the city. A build runs one of each kind, the
 * next commit another one; {@link Turns} says when all are run.
 */
@Tag("turn")
@ExtendWith(Turns.class)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Turn {

  /** What it is an attempt at: all of a class with the same kind take turns. */
  Kind value();

  /** How the attempt ends. */
  enum Kind {
    RIGHT,
    WRONG
  }
}
