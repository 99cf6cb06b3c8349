/**
 * What readers see and judges judge: a text, a table, a schema, a type or a crossing, with its
 * place.
 */
@Internal
@NullMarked
package com.gopher.ownership.mention;

import com.gopher.ownership.api.Internal;
import org.jspecify.annotations.NullMarked;
