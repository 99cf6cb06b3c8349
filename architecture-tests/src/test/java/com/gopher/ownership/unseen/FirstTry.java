package com.gopher.ownership.unseen;

import com.gopher.ownership.unseen.UnseenCase.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Records what the rules say of a set that they have not met before; what was recorded once stays,
 * since there is no second first try. Run by name only.
 */
class FirstTry {

  @Test
  void isRecorded(@TempDir Path directory) throws IOException {
    for (String set : UnseenSet.SETS) {
      var table = new UnseenTable(set);
      if (!table.isRecorded()) {
        table.write(outcomes(UnseenSet.of(set), directory.resolve(set)));
      }
    }
  }

  private static Map<String, Outcome> outcomes(List<UnseenCase> cases, Path directory)
      throws IOException {
    UnseenSet.build(cases, Files.createDirectories(directory));
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    for (UnseenCase each : cases) {
      outcomes.put(each.name(), each.outcome(each.inspect(directory.resolve(each.name()))));
    }
    return outcomes;
  }
}
