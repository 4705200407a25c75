package org.urnengang.office.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfToken;
import org.urnengang.office.platform.Visitor;

/** Tells the frame of every page who looks at it. */
final class VisitorFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String guard =
        request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
            ? token.getToken()
            : "";
    Optional<Caller> caller = Caller.find(request);
    new Visitor(
            caller.map(Caller::name).orElse(""), guard, caller.map(this::links).orElse(List.of()))
        .enter(request);
    chain.doFilter(request, response);
  }

  private List<Visitor.Link> links(Caller caller) {
    List<Visitor.Link> links = new ArrayList<>();
    if (caller.mayAnywhere(Permission.MAKE_DAYS)) {
      links.add(new Visitor.Link("/vorbereitung", "setup.title"));
    }
    if (caller.mayAnywhere(Permission.MANAGE_PEOPLE)) {
      links.add(new Visitor.Link("/personen", "frame.people"));
      links.add(new Visitor.Link("/behoerden", "frame.authorities"));
    }
    if (caller.mayAnywhere(Permission.READ_AUDIT)) {
      links.add(new Visitor.Link("/protokoll", "frame.audit"));
    }
    return links;
  }
}
