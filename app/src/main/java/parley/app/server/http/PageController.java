package parley.app.server.http;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The pages. Each is the same document; which one it becomes is decided in the browser by its
 * address.
 */
@Controller
class PageController {
  private final Page page;

  PageController(Page page) {
    this.page = page;
  }

  @GetMapping({
    "/",
    "/index.html",
    "/signup",
    "/login",
    "/setup",
    "/verify",
    "/restore",
    "/forgot",
    "/reset",
    "/email-change",
    "/email-change/stop",
    "/login/from/{provider}",
    "/home",
    "/account",
    "/account/{page}",
    "/notifications",
    "/unsubscribe/{token}",
    "/m/{code}",
    "/staff",
    "/staff/{*rest}"
  })
  ResponseEntity<String> page() {
    return page.answer(HttpStatus.OK);
  }
}
