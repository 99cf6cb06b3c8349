package com.gopher.course.author;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeFormatter;
import org.eclipse.jgit.merge.MergeResult;

/** Merges two descendants of a text, line by line. */
final class ThreeWayMerge {

  private ThreeWayMerge() {}

  /** The merged text; empty if both change the same lines. */
  static Optional<byte[]> of(byte[] base, byte[] ours, byte[] theirs) {
    MergeResult<RawText> result =
        new MergeAlgorithm()
            .merge(
                RawTextComparator.DEFAULT,
                new RawText(base),
                new RawText(ours),
                new RawText(theirs));
    if (result.containsConflicts()) {
      return Optional.empty();
    }
    var merged = new ByteArrayOutputStream();
    try {
      new MergeFormatter()
          .formatMerge(merged, result, List.of("base", "ours", "theirs"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(merged.toByteArray());
  }
}
