/**
 * The road between the shop and the tracker: how records of the contract become news, and shipments
 * records.
 */
@NullMarked
package com.gotracker.messaging;

import org.jspecify.annotations.NullMarked;
