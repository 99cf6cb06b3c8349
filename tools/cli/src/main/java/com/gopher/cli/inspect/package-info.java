/** The command that holds any compiled application to the data-ownership rules. */
@NullMarked
package com.gopher.cli.inspect;

import org.jspecify.annotations.NullMarked;
