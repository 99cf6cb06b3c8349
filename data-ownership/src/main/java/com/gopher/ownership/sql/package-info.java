/** Stage 4b: which tables a text touches, if it is SQL, JPQL or HQL at all. */
@NullMarked
package com.gopher.ownership.sql;

import org.jspecify.annotations.NullMarked;
