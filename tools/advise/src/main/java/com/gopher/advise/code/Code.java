package com.gopher.advise.code;

import java.util.List;
import java.util.Optional;

/**
 * What the compiled classes say.
 *
 * @param classes how many were read
 * @param types top-level types of all modules
 */
public record Code(int classes, int types, List<ModuleFacts> modules) {

  /** The facts of a module; a module without classes has none. */
  public Optional<ModuleFacts> of(String module) {
    return modules.stream().filter(each -> each.module().equals(module)).findFirst();
  }
}
