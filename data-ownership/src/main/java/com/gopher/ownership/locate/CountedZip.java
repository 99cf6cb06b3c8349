package com.gopher.ownership.locate;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * An archive that counts every entry and every byte that it inflates. Passing over an entry
 * inflates it, too, and the size that an entry announces may be left out or wrong: only what came
 * out of the inflater is true.
 */
final class CountedZip extends ZipInputStream {

  private final Collected collected;
  private final String name;

  CountedZip(InputStream archive, String name, Collected collected) {
    super(archive);
    this.name = name;
    this.collected = collected;
  }

  @Override
  public ZipEntry getNextEntry() throws IOException {
    ZipEntry entry = super.getNextEntry();
    if (entry != null) {
      collected.countEntry(name);
    }
    return entry;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int inflated = super.read(target, offset, length);
    collected.spend(Math.max(0, inflated), name);
    return inflated;
  }
}
