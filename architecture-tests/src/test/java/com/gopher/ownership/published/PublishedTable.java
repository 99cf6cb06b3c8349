package com.gopher.ownership.published;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The result file and the table of the page, which is made from it. */
final class PublishedTable {

  private static final Path RESULTS =
      Path.of("..", "docs", "results", "data-ownership-applications.csv");
  private static final Path PAGE = Path.of("..", "docs", "data-ownership.md");
  private static final String BEGIN = "<!-- begin: published applications -->\n";
  private static final String END = "<!-- end: published applications -->";

  private PublishedTable() {}

  static void write(List<Measured> measured) throws IOException {
    Files.write(
        RESULTS,
        Stream.concat(Stream.of(Measured.HEAD), measured.stream().map(Measured::line)).toList());
    String page = Files.readString(PAGE);
    Files.writeString(
        PAGE,
        page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
            + text(measured)
            + page.substring(page.indexOf(END)));
  }

  static List<Measured> recorded() throws IOException {
    return Measured.read(Files.readAllLines(RESULTS));
  }

  static String onThePage() throws IOException {
    String page = Files.readString(PAGE);
    return page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END));
  }

  static String text(List<Measured> measured) {
    return """
        | application | classes | modules | tables | true | false | not judged | possible (per 1,000 classes) | missed |
        |---|---|---|---|---|---|---|---|---|
        %s
        """
        .formatted(measured.stream().map(Measured::row).collect(Collectors.joining("\n")));
  }
}
