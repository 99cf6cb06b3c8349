package com.gopher.course.state;

/** On which side of what they stand on an overlay's files are. */
public enum Side {
  /** Before a checkpoint is solved; they stand for the files of its solution. */
  BEFORE("before", "absent.txt"),
  /** After the last checkpoint is solved; they stand for the files of the repository. */
  AFTER("after", "removed.txt");

  private final String files;
  private final String absent;

  Side(String files, String absent) {
    this.files = files;
    this.absent = absent;
  }

  /** The directory of the whole files. */
  public String files() {
    return files;
  }

  /** The list of what is not there on this side. */
  public String absent() {
    return absent;
  }

  /** The list with the hash of the file that each one stands for. */
  public String hashes() {
    return files + ".sha256";
  }
}
