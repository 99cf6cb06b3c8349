/** People: who changed what, read from git history by a library. */
@NullMarked
package com.gopher.advise.history;

import org.jspecify.annotations.NullMarked;
