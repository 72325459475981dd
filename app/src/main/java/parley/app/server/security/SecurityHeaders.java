package parley.app.server.security;

import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestMatcher;
import parley.app.server.http.Problems;

/**
 * What every answer tells browsers: no framing, no sniffing, no address handed on, scripts from
 * here only; and search engines: nothing to see.
 */
final class SecurityHeaders {
  private static final String PERMISSIONS =
      "camera=(self), microphone=(self), display-capture=(self), speaker-selection=(self), autoplay=(self), "
          + "fullscreen=(self), picture-in-picture=(self), screen-wake-lock=(self), geolocation=(), payment=(), usb=()";

  private static final long ONE_YEAR = 31_536_000;

  private SecurityHeaders() {}

  /**
   * @param httpsForGood whether this browser may be told to come by HTTPS only from now on: not
   *     with a certificate that it has to be talked into, nor on localhost, which other programs
   *     share
   */
  static void set(HeadersConfigurer<HttpSecurity> headers, RequestMatcher httpsForGood) {
    headers
        .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .httpStrictTransportSecurity(hsts ->
            hsts.requestMatcher(httpsForGood).includeSubDomains(false).maxAgeInSeconds(ONE_YEAR))
        .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS))
        .addHeaderWriter((request, response) -> {
          if (!response.containsHeader("Content-Security-Policy")) {
            response.setHeader("Content-Security-Policy", Problems.NO_PAGE);
          }
          if (!response.containsHeader("X-Robots-Tag")) {
            response.setHeader("X-Robots-Tag", "noindex, nofollow");
          }
          // Whatever is no asset: what answers knows best, and not the address it was asked by.
          if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
          }
        });
  }
}
