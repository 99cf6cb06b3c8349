package com.gopher.ownership.structure;

import com.gopher.ownership.api.PublicApi;

/**
 * One place where a module needs another one.
 *
 * @param from the module that needs
 * @param to the module that is needed
 * @param className the class with dots that needs it
 * @param member its method or field, or empty for the class itself
 * @param file the source file below its source root, such as {@code com/acme/order/Checkout.java}
 * @param line the line, or 0 where bytecode keeps none
 * @param target the type, the method or the event that is needed
 */
@PublicApi
public record Link(
    LinkKind kind,
    String from,
    String to,
    String className,
    String member,
    String file,
    int line,
    String target) {}
