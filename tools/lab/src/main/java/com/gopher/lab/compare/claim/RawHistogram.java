package com.gopher.lab.compare.claim;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * All that was recorded of one measure in one shape, over all forks.
 *
 * @param encoded HdrHistogram's compressed V2 encoding, in base64
 */
public record RawHistogram(String shape, String measure, String unit, String encoded) {

  public static RawHistogram of(String shape, String measure, String unit, Histogram histogram) {
    ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(buffer);
    buffer.flip();
    byte[] bytes = new byte[length];
    buffer.get(bytes);
    return new RawHistogram(shape, measure, unit, Base64.getEncoder().encodeToString(bytes));
  }

  public Histogram decode() {
    try {
      return Histogram.decodeFromCompressedByteBuffer(
          ByteBuffer.wrap(Base64.getDecoder().decode(encoded)), 0);
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("The histogram of " + measure + " is unreadable", e);
    }
  }
}
