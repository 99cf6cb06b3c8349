package com.gopher.http;

/** What is wrong with one field of a request, for the member {@code errors} of a problem. */
record FieldProblem(String field, String message) {}
