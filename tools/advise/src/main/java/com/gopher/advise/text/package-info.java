/** Texts that others wrote, made harmless before they are shown. */
@NullMarked
package com.gopher.advise.text;

import org.jspecify.annotations.NullMarked;
