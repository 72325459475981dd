package parley.app.server.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import parley.app.shared.CurrentPerson;
import parley.app.shared.SignedInUser;

/**
 * Lets a controller take {@link CurrentPerson}, or {@link SignedInUser} where nobody else may ask.
 */
@Configuration(proxyBeanMethods = false)
class PersonArguments implements WebMvcConfigurer, HandlerMethodArgumentResolver {
  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    Class<?> type = parameter.getParameterType();
    return type == CurrentPerson.class || type == SignedInUser.class;
  }

  @Override
  public @Nullable Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binder) {
    HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
    CurrentPerson person = servlet == null ? CurrentPerson.NOBODY : PersonFilter.of(servlet);
    return parameter.getParameterType() == SignedInUser.class ? person.requireUser() : person;
  }
}
