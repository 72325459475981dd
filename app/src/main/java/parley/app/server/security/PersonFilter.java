package parley.app.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import parley.app.server.http.Problems;
import parley.app.shared.CurrentPerson;
import parley.app.shared.Refusal;

/** Finds out who is asking, once, before anything else decides by it; keeps it with the request. */
final class PersonFilter extends OncePerRequestFilter {
  private static final String ATTRIBUTE = CurrentPerson.class.getName();

  private final PersonReader reader;
  private final Problems problems;

  PersonFilter(PersonReader reader, Problems problems) {
    this.reader = reader;
    this.problems = problems;
  }

  /** Who is asking; nobody where this filter does not stand. */
  static CurrentPerson of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof CurrentPerson person
        ? person
        : CurrentPerson.NOBODY;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      request.setAttribute(ATTRIBUTE, reader.read(request));
    } catch (Refusal refusal) {
      problems.write(response, refusal);
      return;
    }
    chain.doFilter(request, response);
  }
}
