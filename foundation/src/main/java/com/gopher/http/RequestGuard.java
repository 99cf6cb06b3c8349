package com.gopher.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/** Holds every request to the rules, on the port of the users and on that of the operators. */
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
final class RequestGuard extends OncePerRequestFilter {

  private final List<RequestRule> rules;
  private final boolean behindProxy;

  /**
   * @param rules the first that is broken answers
   * @param behindProxy whether a proxy is configured, whose headers count
   */
  RequestGuard(List<RequestRule> rules, boolean behindProxy) {
    this.rules = List.copyOf(rules);
    this.behindProxy = behindProxy;
  }

  /** The same with one more rule, which is asked last. */
  RequestGuard and(RequestRule last) {
    List<RequestRule> all = new ArrayList<>(rules);
    all.add(last);
    return new RequestGuard(all, behindProxy);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpServletResponse guarded = new BrowserPolicies(request, response);
    for (RequestRule rule : rules) {
      Refusal refusal = rule.check(request);
      if (refusal != null) {
        refusal.send(guarded);
        return;
      }
    }
    chain.doFilter(new TrustedHeaders(request, behindProxy), guarded);
  }
}
