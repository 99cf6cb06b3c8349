/**
 * Sets the database up, and gives each application module its own database login, chosen by the
 * transaction, so that the database itself refuses one module the tables of another.
 */
@NullMarked
package com.gopher.database;

import org.jspecify.annotations.NullMarked;
