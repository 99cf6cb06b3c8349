package com.gopher.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A request without the headers that only a proxy in front may set: from anybody else they would
 * say where answers point to. The questions of a browser about another site's request are left out
 * as well, so that OPTIONS says what there is instead. A value that was sent twice appears once.
 */
final class TrustedHeaders extends HttpServletRequestWrapper {

  private final boolean behindProxy;

  TrustedHeaders(HttpServletRequest request, boolean behindProxy) {
    super(request);
    this.behindProxy = behindProxy;
  }

  @Override
  public @Nullable String getHeader(String name) {
    return isTrusted(name) ? super.getHeader(name) : null;
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    List<String> values = isTrusted(name) ? Collections.list(super.getHeaders(name)) : List.of();
    return Collections.enumeration(values.stream().distinct().toList());
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    return Collections.enumeration(
        Collections.list(super.getHeaderNames()).stream().filter(this::isTrusted).toList());
  }

  private boolean isTrusted(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean proxies = lower.equals("forwarded") || lower.startsWith("x-forwarded-");
    return (behindProxy || !proxies) && !lower.startsWith("access-control-request-");
  }
}
