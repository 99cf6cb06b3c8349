package com.gopher.advise.verdict;

/**
 * Rules of thumb, and nothing more; each can be changed. The first two are those of the story that
 * this project follows. The size of a team is Amazon's: no more than two pizzas feed. That a domain
 * of more types fits in no head is this project's own assumption.
 *
 * @param authors more than these on the same code is a sign
 * @param times so many times the traffic of all the rest is a sign
 * @param types more than these in all modules is a sign
 * @param team more than these who change one module are more than one team
 */
public record Thresholds(int authors, double times, int types, int team) {

  public static final int AUTHORS = 50;
  public static final int TIMES = 100;
  public static final int TYPES = 1_000;
  public static final int TEAM = 9;

  public static Thresholds usual() {
    return new Thresholds(AUTHORS, TIMES, TYPES, TEAM);
  }
}
