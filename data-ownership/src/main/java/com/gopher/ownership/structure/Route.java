package com.gopher.ownership.structure;

import com.gopher.ownership.api.PublicApi;

/**
 * A path that a controller of a module answers.
 *
 * @param path as its annotations write it, such as {@code /api/orders/{id}}
 * @param className the controller, with dots
 */
@PublicApi
public record Route(String module, String path, String className) {}
