package com.gopher.cli.command;

import com.gopher.launcher.console.Console;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Shows who decides about new orders, and what is missing for a change. */
record ModeTable(Console console, boolean json) {

  void show(JsonNode delivery) {
    show(delivery, List.of());
  }

  /**
   * @param missing a sentence for each thing
   */
  void show(JsonNode delivery, List<String> missing) {
    if (json) {
      var answer = new LinkedHashMap<String, Object>();
      answer.put("delivery", delivery);
      answer.put("missing", missing);
      console.json(answer);
      return;
    }
    missing.forEach(sentence -> console.result("Missing: %s", sentence));
    console.result("%s", ShopDelivery.inWords(delivery));
  }
}
