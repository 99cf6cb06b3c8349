package com.gopher.launcher.shape;

import com.gopher.launcher.process.ProcessSpec;
import java.util.List;

/**
 * One form that the system can take; whoever starts or measures it needs to know no more than this.
 */
public record Shape(String name, List<ProcessSpec> processes) {}
