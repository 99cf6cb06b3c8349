package com.gopher.ownership.locate;

/**
 * One class as bytes; never loaded.
 *
 * @param path where it lies, relative to its root, such as {@code com/acme/Shop.class}
 */
public record ClassFile(String path, byte[] bytes) {}
