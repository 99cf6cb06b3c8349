package com.gopher.ownership.published;

import com.gopher.ownership.finding.Finding;
import java.util.List;

/**
 * What a person said of certain findings of one kind, after opening some of them. A star stands for
 * any module.
 *
 * @param opened how many findings the person laid beside the code
 */
record Verdict(
    String application,
    String rule,
    String from,
    String owner,
    int opened,
    boolean isTrue,
    String reason) {

  static List<Verdict> all() {
    return PublishedApplication.resource("verdicts.txt").stream().map(Verdict::parse).toList();
  }

  private static Verdict parse(String line) {
    String[] words = line.split("\\s+", 7);
    return new Verdict(
        words[0],
        words[1],
        words[2],
        words[3],
        Integer.parseInt(words[4]),
        words[5].equals("true"),
        words[6]);
  }

  boolean isAbout(String name, Finding finding) {
    return application.equals(name)
        && rule.equals(finding.rule().id())
        && is(from, finding.module())
        && is(owner, finding.owner());
  }

  private static boolean is(String pattern, String module) {
    return pattern.equals("*") || pattern.equals(module.isEmpty() ? "-" : module);
  }
}
