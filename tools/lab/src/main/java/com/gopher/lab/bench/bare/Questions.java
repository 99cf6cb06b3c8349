package com.gopher.lab.bench.bare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Reads questions from the standard input until it ends, and answers each with one line. */
final class Questions {

  private Questions() {}

  @FunctionalInterface
  interface Answers {

    /**
     * @param words of the question
     */
    Object to(String[] words) throws Exception;
  }

  static void answer(Answers answers) throws Exception {
    System.out.println("ready");
    BufferedReader in = input();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(answers.to(line.split(" ")));
    }
  }

  private static BufferedReader input() throws IOException {
    return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  }
}
