/**
 * Gives each application module a database login of its own, chosen by the transaction, so that the
 * database itself refuses one module the tables of another.
 */
@NullMarked
package com.gopher.database;

import org.jspecify.annotations.NullMarked;
