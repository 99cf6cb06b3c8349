package com.gopher.course.check;

import com.gopher.course.state.Directory;
import com.gopher.course.state.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/** A compiled program as a jar that can be started: its classes, and where its libraries are. */
final class ThinJar {

  private ThinJar() {}

  static void write(CompiledProgram program, Path file) {
    Tree classes = Directory.read(program.classes());
    try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest(program))) {
      for (String directory : directoriesOf(classes)) {
        jar.putNextEntry(new ZipEntry(directory));
        jar.closeEntry();
      }
      for (String path : classes.paths()) {
        jar.putNextEntry(new ZipEntry(path));
        jar.write(classes.file(path).orElseThrow());
        jar.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Who scans a package in a jar looks for its directory there. */
  private static Set<String> directoriesOf(Tree classes) {
    var directories = new TreeSet<String>();
    for (String path : classes.paths()) {
      for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
        directories.add(path.substring(0, slash + 1));
      }
    }
    return directories;
  }

  private static Manifest manifest(CompiledProgram program) {
    var manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, program.program().mainClass());
    attributes.put(
        Attributes.Name.CLASS_PATH,
        program.libraries().stream()
            .map(library -> library.toUri().toString())
            .collect(Collectors.joining(" ")));
    return manifest;
  }
}
