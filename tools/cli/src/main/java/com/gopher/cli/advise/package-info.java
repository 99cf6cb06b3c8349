/** The command that answers when to move. */
@NullMarked
package com.gopher.cli.advise;

import org.jspecify.annotations.NullMarked;
