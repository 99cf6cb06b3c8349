package com.gophershop.order;

import org.jspecify.annotations.Nullable;

/**
 * What a client may send along so that an order it sends twice is placed once (IETF draft "The
 * Idempotency-Key HTTP Header Field").
 *
 * @param digest of the request the key was first used for
 */
record IdempotencyKey(String value, String digest) {

  /** Null if the client sent no key. */
  static @Nullable IdempotencyKey of(@Nullable String header, OrderRequest request) {
    return header == null ? null : new IdempotencyKey(header, request.digest());
  }
}
