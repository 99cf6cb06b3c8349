/**
 * The tracker's own database: made and migrated by its owner, used by a login that may only read
 * and write rows.
 */
@NullMarked
package com.gotracker.database;

import org.jspecify.annotations.NullMarked;
