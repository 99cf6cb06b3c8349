package com.gopher.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.Map;

/**
 * An answer with what browsers are to know about it: it runs nothing, stands in no frame, and is
 * what its type says. A page that needs more sets a policy itself, which then stands alone: two
 * policies would both hold.
 *
 * @see <a href="https://www.w3.org/TR/CSP3/">Content Security Policy</a>
 */
final class BrowserPolicies extends HttpServletResponseWrapper {

  private static final String POLICY = "Content-Security-Policy";
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  /** The page of the API's description sets styles on its elements and draws small pictures. */
  private static final String DOCUMENTATION =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private static final Map<String, String> ALWAYS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Cross-Origin-Opener-Policy", "same-origin");

  BrowserPolicies(HttpServletRequest request, HttpServletResponse response) {
    super(response);
    ALWAYS.forEach(response::setHeader);
    boolean documentation = request.getRequestURI().startsWith("/swagger-ui/");
    response.setHeader(POLICY, documentation ? DOCUMENTATION : NOTHING);
  }

  @Override
  public void addHeader(String name, String value) {
    if (POLICY.equalsIgnoreCase(name) || ALWAYS.containsKey(name)) {
      setHeader(name, value);
    } else {
      super.addHeader(name, value);
    }
  }
}
