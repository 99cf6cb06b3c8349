package com.gopher.launcher.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps all other users of the machine away from directories and files, whatever the umask of this
 * process is. Where a file system has no such permissions, everything stays as it is. The
 * applications do the same with what they make (package {@code secret} of the foundation); the
 * launcher stands on none of their code.
 */
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
      Files.createDirectories(directory.toAbsolutePath().getParent());
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

  /** Makes an empty file, closed from the moment it exists, or closes one that is there. */
  public static void makeFile(Path file) throws IOException {
    try {
      Files.createFile(file, forNew(file, "rw-------"));
    } catch (FileAlreadyExistsException there) {
      close(file);
    }
  }

  /** Replaces the content of a file that nobody else may read, or makes one. */
  public static void write(Path file, String content) throws IOException {
    makeFile(file);
    Files.writeString(
        file,
        content,
        StandardCharsets.UTF_8,
        StandardOpenOption.WRITE,
        StandardOpenOption.TRUNCATE_EXISTING);
  }

  /**
   * Takes every right from all but the owner, from everything below a directory too. Symbolic links
   * are not followed; what vanishes meanwhile needs no closing.
   */
  static void closeAll(Path path) throws IOException {
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
              throws IOException {
            close(directory);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!attributes.isSymbolicLink()) {
              close(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            return ifGone(e);
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e)
              throws IOException {
            return e == null ? FileVisitResult.CONTINUE : ifGone(e);
          }
        });
  }

  private static FileVisitResult ifGone(IOException e) throws IOException {
    if (e instanceof NoSuchFileException) {
      return FileVisitResult.CONTINUE;
    }
    throw e;
  }

  private static void close(Path path) throws IOException {
    if (!knowsOwners(path)) {
      return;
    }
    try {
      Set<PosixFilePermission> rights = EnumSet.noneOf(PosixFilePermission.class);
      rights.addAll(Files.getPosixFilePermissions(path));
      if (rights.removeAll(RIGHTS_OF_OTHERS)) {
        Files.setPosixFilePermissions(path, rights);
      }
    } catch (NoSuchFileException gone) {
      // Kafka and databases delete what they need no more.
    }
  }

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
