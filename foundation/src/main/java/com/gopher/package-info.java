/** What applications with a database, events and HTTP stand on, one package for each concern. */
@NullMarked
package com.gopher;

import org.jspecify.annotations.NullMarked;
