package com.gopher.secret;

import com.gopher.Api;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Keeps all other users of the machine away from directories and files, whatever the umask of this
 * process is. Where a file system has no such permissions, everything stays as it is.
 */
@Api
public final class OwnerOnly {

  private static final Set<PosixFilePermission> RIGHTS_OF_OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  private static final int FOR_ALL_USERS = 01000;

  private OwnerOnly() {}

  /**
   * Makes the directory, closed from the moment it exists, or closes one that is there.
   *
   * @throws IOException if that cannot be done, or it is a directory for all users such as {@code
   *     /tmp}
   */
  public static void makeDirectory(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      Path parent = directory.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      try {
        Files.createDirectory(directory, forNew(directory, "rwx------"));
        return;
      } catch (FileAlreadyExistsException byAnotherProcess) {
        // Closed below.
      }
    }
    if (!Files.isDirectory(directory)) {
      throw new IOException("it is no directory");
    }
    if (isForAllUsers(directory)) {
      throw new IOException("it belongs to all users of this machine");
    }
    close(directory);
  }

  /** Takes every right from all but the owner; a symbolic link is left alone. */
  public static void close(Path path) throws IOException {
    if (!knowsOwners(path) || Files.isSymbolicLink(path) && !Files.isDirectory(path)) {
      return;
    }
    try {
      Set<PosixFilePermission> rights = EnumSet.noneOf(PosixFilePermission.class);
      rights.addAll(Files.getPosixFilePermissions(path));
      if (rights.removeAll(RIGHTS_OF_OTHERS)) {
        Files.setPosixFilePermissions(path, rights);
      }
    } catch (NoSuchFileException gone) {
      // Then nobody can read it.
    }
  }

  /**
   * Does the same with the files of a directory whose names match; those that vanish meanwhile need
   * no closing.
   *
   * @param names a pattern such as {@code shop.*}
   */
  public static void closeFiles(Path directory, String names) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, names)) {
      for (Path file : files) {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          close(file);
        }
      }
    }
  }

  /** What a file or directory is to be created with. */
  static FileAttribute<?>[] forNew(Path path, String permissions) {
    return knowsOwners(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean knowsOwners(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static boolean isForAllUsers(Path directory) throws IOException {
    return directory.getFileSystem().supportedFileAttributeViews().contains("unix")
        && ((int) Files.getAttribute(directory, "unix:mode") & FOR_ALL_USERS) != 0;
  }
}
