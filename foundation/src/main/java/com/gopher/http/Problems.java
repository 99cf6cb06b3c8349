package com.gopher.http;

import com.gopher.database.AccessRefusedException;
import com.gopher.database.DatabaseAway;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;

/**
 * Answers every failure with a problem detail (RFC 9457). What a client may not know, such as the
 * names of classes, stays in the log.
 */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();

  private final AtomicLong refusals = new AtomicLong();
  private final AtomicLong logged = new AtomicLong();
  private final String program;

  Problems(String program) {
    this.program = program;
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<FieldProblem> errors =
        e.getBindingResult().getAllErrors().stream().map(Problems::fieldProblem).toList();
    return invalid(e, errors, headers, status, request);
  }

  /** The same as above for a handler with a constraint on a single header or parameter. */
  @Override
  protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<FieldProblem> errors =
        e.getParameterValidationResults().stream()
            .flatMap(
                result ->
                    result.getResolvableErrors().stream()
                        .map(error -> fieldProblem(result.getMethodParameter(), error)))
            .toList();
    return invalid(e, errors, headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, unreadable(e.getCause()));
    if (e.getCause() instanceof DatabindException wrong && !wrong.getPath().isEmpty()) {
      problem.setProperty(
          "errors",
          List.of(new FieldProblem(fieldOf(wrong), "has the wrong type or is out of range")));
    }
    return handleExceptionInternal(e, problem, headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            status, "The value of '%s' cannot be read.".formatted(e.getPropertyName()));
    return handleExceptionInternal(e, problem, headers, status, request);
  }

  /** Names HEAD and OPTIONS as well, which are there wherever GET is, and everywhere. */
  @Override
  protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
      HttpRequestMethodNotSupportedException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    Set<HttpMethod> allowed = new LinkedHashSet<>(headers.getAllow());
    if (allowed.contains(HttpMethod.GET)) {
      allowed.add(HttpMethod.HEAD);
    }
    allowed.add(HttpMethod.OPTIONS);
    headers.setAllow(allowed);
    return super.handleHttpRequestMethodNotSupported(e, headers, status, request);
  }

  /** Says so without asking what the client accepts: to one who accepts nothing known, too. */
  @Override
  protected ResponseEntity<Object> createResponseEntity(
      @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(body);
  }

  /** The database is busy, away or locked: not the client's fault, and worth another try. */
  @ExceptionHandler({TransientDataAccessException.class, CannotCreateTransactionException.class})
  ResponseEntity<ProblemDetail> busy(Exception e) {
    log(e);
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "2")
        .body(
            ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The %s is busy; try again in a moment.".formatted(program)));
  }

  /** The same when the disk is full, or a file cannot be written for another reason. */
  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  ResponseEntity<ProblemDetail> failed(Exception e) {
    return DatabaseAway.isCauseOf(e)
        ? busy(e)
        : ResponseEntity.internalServerError().body(unexpected(e));
  }

  /** A line a minute: a database that is away for an hour must not fill the disk with it. */
  private void log(Exception e) {
    long refused = refusals.incrementAndGet();
    long now = System.nanoTime();
    long last = logged.get();
    if ((last == 0 || now - last > MINUTE_NANOS) && logged.compareAndSet(last, now)) {
      refusals.addAndGet(-refused);
      LOG.warn(
          "Refused {} requests because the database did not answer, the last one now: {}",
          refused,
          e.getMessage());
    }
  }

  @ExceptionHandler
  ProblemDetail refused(AccessRefusedException e) {
    LOG.error(e.getMessage());
    return unexpected();
  }

  @ExceptionHandler
  ProblemDetail unexpected(Exception e) {
    LOG.error("A request failed unexpectedly", e);
    return unexpected();
  }

  private ProblemDetail unexpected() {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "Something went wrong here; the %s's log has more.".formatted(program));
  }

  private @Nullable ResponseEntity<Object> invalid(
      Exception e,
      List<FieldProblem> errors,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, "The request is not valid.");
    problem.setProperty(
        "errors", errors.stream().sorted(Comparator.comparing(FieldProblem::field)).toList());
    return handleExceptionInternal(e, problem, headers, status, request);
  }

  private static FieldProblem fieldProblem(
      MethodParameter parameter, MessageSourceResolvable error) {
    if (error instanceof ObjectError inTheBody) {
      return fieldProblem(inTheBody);
    }
    RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
    String name = header == null ? String.valueOf(parameter.getParameterName()) : header.name();
    return new FieldProblem(name, String.valueOf(error.getDefaultMessage()));
  }

  private static FieldProblem fieldProblem(ObjectError error) {
    if (!(error instanceof FieldError field)) {
      return new FieldProblem("", String.valueOf(error.getDefaultMessage()));
    }
    String message =
        field.isBindingFailure() ? "has the wrong type" : String.valueOf(field.getDefaultMessage());
    return new FieldProblem(field.getField(), message);
  }

  private static String unreadable(@Nullable Throwable cause) {
    if (cause instanceof DatabindException wrong && !wrong.getPath().isEmpty()) {
      return "The field '%s' has the wrong type or is out of range.".formatted(fieldOf(wrong));
    }
    if (cause instanceof InputCoercionException tooLarge) {
      return "The body has a number that is too large (line %s, column %s)."
          .formatted(tooLarge.getLocation().getLineNr(), tooLarge.getLocation().getColumnNr());
    }
    if (cause instanceof StreamReadException malformed) {
      return "The body is not valid JSON (line %s, column %s)."
          .formatted(malformed.getLocation().getLineNr(), malformed.getLocation().getColumnNr());
    }
    return "The body is missing or is not a JSON object of the expected shape.";
  }

  private static String fieldOf(DatabindException wrong) {
    StringBuilder field = new StringBuilder();
    for (JacksonException.Reference step : wrong.getPath()) {
      if (step.getPropertyName() == null) {
        field.append('[').append(step.getIndex()).append(']');
      } else {
        field.append(field.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return field.toString();
  }
}
