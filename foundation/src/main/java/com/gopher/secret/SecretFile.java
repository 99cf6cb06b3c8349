package com.gopher.secret;

import com.gopher.Api;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/**
 * A file with one random secret, which is made at the first reading. Only the owner of the file may
 * read it, from the moment it exists; several processes that read it at once get the same secret.
 *
 * @param path the file, in a directory that exists
 */
@Api
public record SecretFile(Path path) {

  private static final int BYTES = 32;

  /**
   * The secret: 64 hexadecimal digits.
   *
   * @throws IOException if the file can be neither read nor made, or holds something else
   */
  public String readOrMake() throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try (FileChannel file = FileChannel.open(path, options, OwnerOnly.forNew(path, "rw-------"));
        var lock = file.lock()) {
      if (file.size() == 0) {
        file.write(ByteBuffer.wrap(random().getBytes(StandardCharsets.US_ASCII)));
        file.force(true);
      }
      return read(file);
    }
  }

  private String read(FileChannel file) throws IOException {
    ByteBuffer content = ByteBuffer.allocate(BYTES * 2 + 1);
    file.position(0);
    while (content.hasRemaining() && file.read(content) > 0) {
      // Reads on until there is no more.
    }
    String secret = new String(content.array(), 0, content.position(), StandardCharsets.US_ASCII);
    if (!secret.matches("[0-9a-f]{64}")) {
      throw new IOException(path + " is not the secret that was made here");
    }
    return secret;
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
