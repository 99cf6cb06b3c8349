package com.gopher.advise.history;

import java.util.Locale;
import java.util.regex.Pattern;

/** Authors that are programs. */
final class Bots {

  private static final Pattern NAMES =
      Pattern.compile(
          ".*\\[bot]|.*[-_ ]bot|bot[-_ ].*|(?:dependabot|renovate|greenkeeper|snyk|mergify|weblate|"
              + "github[- ]actions?|gitlab[- ]ci|jenkins|travis(?: ci)?|semantic-release|imgbot|allcontributors)\\b.*");

  private Bots() {}

  static boolean isOne(String name, String address) {
    String mailbox = address.replaceFirst("@.*", "").replaceFirst("^\\d+\\+", "");
    return NAMES.matcher(name.strip().toLowerCase(Locale.ROOT)).matches()
        || NAMES.matcher(mailbox.toLowerCase(Locale.ROOT)).matches();
  }
}
