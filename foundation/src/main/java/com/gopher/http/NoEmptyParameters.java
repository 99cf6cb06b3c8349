package com.gopher.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses {@code ?ownerId=}: taken for no filter at all, a variable that a client forgot to set
 * would list what belongs to everybody.
 */
class NoEmptyParameters implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              for (String value : values) {
                if (value.isBlank()) {
                  throw refusal(name);
                }
              }
            });
    return true;
  }

  private static ErrorResponseException refusal(String name) {
    return new ErrorResponseException(
        HttpStatus.BAD_REQUEST,
        ProblemDetail.forStatusAndDetail(
            HttpStatus.BAD_REQUEST,
            "The parameter '%s' is empty: give it a value or leave it out.".formatted(name)),
        null);
  }
}
