/** What an inspection says in the end: findings, their rules and how sure they are. */
@NullMarked
package com.gopher.ownership.finding;

import org.jspecify.annotations.NullMarked;
