/**
 * Small applications that somebody wrote who had not seen the rules: what the rules said of them at
 * first, and that they are right about each of them now.
 */
@NullMarked
package com.gopher.ownership.unseen;

import org.jspecify.annotations.NullMarked;
