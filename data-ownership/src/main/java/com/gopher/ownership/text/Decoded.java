package com.gopher.ownership.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Texts that pass through bytes, characters, readers or an encoding: each of these is, as far as
 * texts go, the text that it was made of.
 */
final class Decoded {

  private static final Set<String> WRAPPERS =
      Set.of(
          "java/io/ByteArrayInputStream",
          "java/io/StringReader",
          "java/io/CharArrayReader",
          "org/springframework/core/io/ByteArrayResource",
          "org/springframework/core/io/InputStreamResource",
          "org/springframework/core/io/support/EncodedResource");

  private Decoded() {}

  /** The result of such a call, or null if it is none, or one of something unknown. */
  static @Nullable Value call(
      String owner, String name, @Nullable Value self, List<Value> arguments) {
    if (self != null && name.equals("<init>") && WRAPPERS.contains(owner)) {
      if (!arguments.isEmpty() && arguments.get(0).isText()) {
        self.become(arguments.get(0));
      }
      return self;
    }
    if (arguments.isEmpty() || !arguments.get(0).isText()) {
      return null;
    }
    Value text = arguments.get(0);
    boolean decodes = name.equals("decode") || name.startsWith("decodeBase64");
    if (owner.equals("java/util/Base64$Decoder") && decodes
        || owner.equals("org/springframework/util/Base64Utils") && name.startsWith("decode")) {
      return text.map(each -> changed(each, Decoded::base64));
    }
    if (owner.equals("java/util/HexFormat") && name.equals("parseHex")) {
      return text.map(each -> changed(each, Decoded::hex));
    }
    if (owner.equals("java/net/URLDecoder") && decodes) {
      return text.map(
          each -> changed(each, part -> URLDecoder.decode(part, StandardCharsets.UTF_8)));
    }
    return null;
  }

  /** Who wrote the encoded text wrote what it says. */
  private static Text changed(Text text, UnaryOperator<String> decode) {
    try {
      String decoded = decode.apply(text.string());
      return text.parts().size() == 1
          ? new Text(decoded, List.of()).suppliedBy(text.parts().get(0).supplier())
          : Text.of(decoded);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static String base64(String text) {
    String plain = text.replaceAll("\\s", "").replace('-', '+').replace('_', '/');
    return new String(Base64.getDecoder().decode(plain), StandardCharsets.UTF_8);
  }

  private static String hex(String text) {
    return new String(HexFormat.of().parseHex(text), StandardCharsets.UTF_8);
  }
}
