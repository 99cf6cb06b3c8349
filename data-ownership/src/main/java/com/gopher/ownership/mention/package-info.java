/**
 * What readers see and judges judge: a text, a table, a schema, a type or a crossing, with its
 * place.
 */
@NullMarked
package com.gopher.ownership.mention;

import org.jspecify.annotations.NullMarked;
