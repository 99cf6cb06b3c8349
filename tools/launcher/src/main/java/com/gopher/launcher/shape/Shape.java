package com.gopher.launcher.shape;

import com.gopher.launcher.process.ProcessSpec;
import java.util.List;

/** One form that the system can take; all that is needed to start or measure it. */
public record Shape(String name, List<ProcessSpec> processes) {}
