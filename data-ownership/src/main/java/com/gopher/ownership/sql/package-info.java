/** Stage 4b: which tables a text touches, if it is SQL, JPQL or HQL at all. */
@Internal
@NullMarked
package com.gopher.ownership.sql;

import com.gopher.ownership.api.Internal;
import org.jspecify.annotations.NullMarked;
