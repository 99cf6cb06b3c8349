/** Stage 2b: Liquibase changelogs in all their formats, as one tree of changes. */
@Internal
@NullMarked
package com.gopher.ownership.changelog;

import com.gopher.ownership.api.Internal;
import org.jspecify.annotations.NullMarked;
