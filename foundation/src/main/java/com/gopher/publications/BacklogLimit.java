package com.gopher.publications;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds a writing request back while the listeners are too far behind, and then refuses it. */
class BacklogLimit implements HandlerInterceptor {

  private final ListenerBacklog backlog;
  private final String detail;

  BacklogLimit(ListenerBacklog backlog, String detail) {
    this.backlog = backlog;
    this.detail = detail;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws InterruptedException {
    if (!"POST".equals(request.getMethod()) || backlog.hasRoom()) {
      return true;
    }
    var refused = new ErrorResponseException(HttpStatus.SERVICE_UNAVAILABLE);
    refused.setDetail(detail);
    refused.getHeaders().set("Retry-After", "2");
    throw refused;
  }
}
