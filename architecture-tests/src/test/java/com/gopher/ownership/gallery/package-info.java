/**
 * A gallery of ways to touch another module's data, and of what only looks like one.
 *
 * <p>A {@link com.gopher.ownership.gallery.Sample} adds a few source files and resources to {@link
 * com.gopher.ownership.gallery.Ground}, the application they all share, and says which findings are
 * expected: none for an innocent one. To add a sample, add it to one of the classes named {@code
 * ...Samples} here; {@code GalleryTest} compiles it and compares.
 */
@NullMarked
package com.gopher.ownership.gallery;

import org.jspecify.annotations.NullMarked;
