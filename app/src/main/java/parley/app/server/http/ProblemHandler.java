package parley.app.server.http;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import parley.app.shared.Refusal;

/**
 * Every no of every room, and every mistake of a request, as a problem document. Errors of ours
 * tell nothing outside.
 */
@RestControllerAdvice
class ProblemHandler extends ResponseEntityExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

  private final Problems problems;
  private final Page page;

  ProblemHandler(Problems problems, Page page) {
    this.problems = problems;
    this.page = page;
  }

  @ExceptionHandler
  ResponseEntity<Object> refused(Refusal refusal) {
    return problems.answer(refusal);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> unexpected(Exception mistake) throws Exception {
    if (ClientGone.is(mistake)) {
      return null;
    }
    Optional<Refusal> strange = StrangeRequests.refusal(mistake);
    if (strange.isPresent()) {
      return problems.answer(strange.get());
    }
    log.error("A request failed", mistake);
    return problems.answer(new Refusal(500, "internal_error", "Something went wrong on our side."));
  }

  @Override
  protected ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<Refusal.FieldError> errors =
        e.getBindingResult().getAllErrors().stream().map(ProblemHandler::wrong).toList();
    return problems.answer(Refusal.invalid(errors));
  }

  @Override
  protected ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<Refusal.FieldError> errors =
        e.getParameterValidationResults().stream()
            .flatMap(result -> {
              String name = String.valueOf(result.getMethodParameter().getParameterName());
              return result.getResolvableErrors().stream().map(error -> wrong(name, error));
            })
            .toList();
    return problems.answer(Refusal.invalid(errors));
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return problems.answer(UnreadableJson.refusal(e));
  }

  @Override
  protected ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    return e instanceof MethodArgumentTypeMismatchException parameter
        ? problems.answer(
            Refusal.invalid(
                parameter.getName(), parameter.getName() + " has a value of the wrong kind."))
        : problems.answer(ByStatus.refusal(status.value()));
  }

  /** A person who mistyped an address gets a page that says so, a program a problem. */
  @Override
  protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
      NoResourceFoundException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    boolean person = accept != null && accept.contains("text/html");
    String path = e.getResourcePath();
    if (person && !path.startsWith("api/") && path.indexOf('.') < 0) {
      ResponseEntity<String> answer = page.answer(HttpStatus.NOT_FOUND);
      return new ResponseEntity<>(answer.getBody(), answer.getHeaders(), HttpStatus.NOT_FOUND);
    }
    return problems.answer(Refusal.notFound());
  }

  /**
   * Everything else Spring refuses by itself: method, media type, missing parameter, no such path.
   */
  @Override
  protected ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    ResponseEntity<Object> answer = problems.answer(ByStatus.refusal(status.value()));
    if (status.value() == HttpStatus.METHOD_NOT_ALLOWED.value() && headers.getAllow() != null) {
      HttpHeaders all = new HttpHeaders();
      all.addAll(answer.getHeaders());
      all.setAllow(headers.getAllow());
      return new ResponseEntity<>(answer.getBody(), all, status);
    }
    return answer;
  }

  private static Refusal.FieldError wrong(ObjectError error) {
    String field = error instanceof FieldError named ? named.getField() : error.getObjectName();
    return wrong(field, error);
  }

  private static Refusal.FieldError wrong(String field, MessageSourceResolvable error) {
    String message = error.getDefaultMessage() == null ? "is not valid" : error.getDefaultMessage();
    // A sentence of ours begins with a capital letter; the validator's own need the name before
    // them.
    boolean sentence = Stream.of(message).allMatch(text -> Character.isUpperCase(text.charAt(0)));
    return new Refusal.FieldError(field, sentence ? message : field + " " + message + ".");
  }
}
