package com.gopher.course.git;

import com.gopher.course.state.Tree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** The difference between two trees, as git prints it. */
public final class TextDiff {

  private static final String NOTHING = "/dev/null";

  private TextDiff() {}

  /** Empty if they are equal. */
  public static String of(Tree before, Tree after) {
    var paths = new TreeSet<>(before.differingFrom(after).paths());
    paths.addAll(after.differingFrom(before).paths());
    var text = new ByteArrayOutputStream();
    try (DiffFormatter formatter = new DiffFormatter(text)) {
      for (String path : paths) {
        text.writeBytes(
            "--- %s\n+++ %s\n"
                .formatted(
                    before.has(path) ? "a/" + path : NOTHING,
                    after.has(path) ? "b/" + path : NOTHING)
                .getBytes(StandardCharsets.UTF_8));
        RawText old = new RawText(before.file(path).orElse(new byte[0]));
        RawText now = new RawText(after.file(path).orElse(new byte[0]));
        EditList edits =
            DiffAlgorithm.getAlgorithm(DiffAlgorithm.SupportedAlgorithm.HISTOGRAM)
                .diff(RawTextComparator.DEFAULT, old, now);
        formatter.format(edits, old, now);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString(StandardCharsets.UTF_8);
  }
}
