package com.gopher.ownership.structure;

import com.gopher.ownership.api.PublicApi;

/** In which way a module needs another one. */
@PublicApi
public enum LinkKind {
  /** Names a type of the other module. An event that is listened to is no such type. */
  TYPE,
  /** Calls an object of the other module and waits for the answer. */
  CALL,
  /** Changes data in one transaction with the other module. */
  TRANSACTION,
  /** Hears an event of the other module after its transaction. */
  EVENT
}
