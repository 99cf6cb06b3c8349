package com.gophershop;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page for people: a few files that use the public API and nothing else. */
@Hidden
@RestController
class FrontPage {

  /**
   * The page loads what lies beside it and talks to where it comes from, and nothing else.
   *
   * @see <a href="https://www.w3.org/TR/CSP3/">Content Security Policy</a>
   */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final MediaType SCRIPT = new MediaType("text", "javascript");
  private static final MediaType STYLE = new MediaType("text", "css");
  private static final MediaType PICTURE = new MediaType("image", "svg+xml");

  @GetMapping("/")
  ResponseEntity<Resource> page() {
    return file("index.html", MediaType.TEXT_HTML);
  }

  @GetMapping("/front-page/page.js")
  ResponseEntity<Resource> script() {
    return file("page.js", SCRIPT);
  }

  @GetMapping("/front-page/page.css")
  ResponseEntity<Resource> style() {
    return file("page.css", STYLE);
  }

  @GetMapping("/front-page/icon.svg")
  ResponseEntity<Resource> icon() {
    return file("icon.svg", PICTURE);
  }

  private static ResponseEntity<Resource> file(String name, MediaType type) {
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.noCache())
        .header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .body(new ClassPathResource("front-page/" + name));
  }
}
