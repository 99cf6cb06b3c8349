package com.gopher.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes a body in whole before anything is passed on, and refuses one that is too large with 413: a
 * client that sends slowly holds no connection to a backend.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class BodyBound extends OncePerRequestFilter {

  private final int most;
  private final Refusals refusals;

  BodyBound(GatewayProperties properties, Refusals refusals) {
    this.most = Math.toIntExact(properties.body().toBytes());
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean isTooLong = request.getContentLengthLong() > most;
    byte[] body = isTooLong ? new byte[0] : request.getInputStream().readNBytes(most + 1);
    if (isTooLong || body.length > most) {
      refusals.refuse(
          response,
          HttpStatus.CONTENT_TOO_LARGE,
          "A body may have at most %s bytes; nothing was passed on.".formatted(most));
    } else {
      chain.doFilter(new Received(request, body), response);
    }
  }

  private static final class Received extends HttpServletRequestWrapper {

    private final ServletInputStream body;

    Received(HttpServletRequest request, byte[] bytes) {
      super(request);
      this.body = new Bytes(new ByteArrayInputStream(bytes));
    }

    @Override
    public ServletInputStream getInputStream() {
      return body;
    }
  }

  private static final class Bytes extends ServletInputStream {

    private final ByteArrayInputStream bytes;

    Bytes(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      return bytes.read(target, offset, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("The body is there: nothing has to be waited for");
    }
  }
}
