package com.gopher.launcher.process;

import java.nio.file.Path;
import java.util.List;

/**
 * What has to be done once before a process starts for the first time.
 *
 * @param command must end with 0, and must do no harm if it was cut off and runs again
 * @param done a file that the command itself makes when it has succeeded, and that is lost with
 *     what it made; while it exists nothing is done
 */
public record Preparation(List<String> command, Path done) {}
