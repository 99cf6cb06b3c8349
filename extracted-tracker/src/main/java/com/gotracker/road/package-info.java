/**
 * The road between the shop and the tracker: how records of the contract become news, and shipments
 * records.
 */
@NullMarked
package com.gotracker.road;

import org.jspecify.annotations.NullMarked;
