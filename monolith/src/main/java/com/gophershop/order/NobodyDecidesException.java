package com.gophershop.order;

/** There are orders, or would be, about whose parcels nobody decides: they would never arrive. */
class NobodyDecidesException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String remedy;

  /**
   * @param problem one sentence
   * @param remedy what was left unchanged, and what to do instead
   */
  NobodyDecidesException(String problem, String remedy) {
    super(problem);
    this.remedy = remedy;
  }

  String remedy() {
    return remedy;
  }
}
