package lectern.platform.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import lectern.platform.security.AccessGate;
import lectern.platform.web.Refusal;
import lectern.platform.web.Words;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/// What a program is told when something does not work. Pages have the same in `ErrorPages`.
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems {
    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    private final MessageSource messages;

    ApiProblems(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler(AccessGate.TokenMissing.class)
    ResponseEntity<Problem> withoutToken(HttpServletRequest request) {
        var challenge = request.getHeader(HttpHeaders.AUTHORIZATION) == null
                ? "Bearer realm=\"lectern\""
                : "Bearer realm=\"lectern\", error=\"invalid_token\"";
        return answerWith(HttpStatus.UNAUTHORIZED, HttpHeaders.WWW_AUTHENTICATE, challenge, "api.token", request);
    }

    @ExceptionHandler(Refusal.class)
    ResponseEntity<Problem> refused(Refusal refusal, HttpServletRequest request) {
        var wait = refusal.waiting();
        if (wait != null) {
            var seconds = Long.toString(Math.max(1, wait.toSeconds()));
            return answerWith(
                    refusal.status(), HttpHeaders.RETRY_AFTER, seconds, refusal.key(), request, refusal.arguments());
        }
        return refusal.status() == HttpStatus.NOT_FOUND
                ? answer(HttpStatus.NOT_FOUND, null, "api.notFound", request)
                : answer(refusal.status(), null, refusal.key(), request, refusal.arguments());
    }

    @ExceptionHandler(WrongParameter.class)
    ResponseEntity<Problem> wrong(WrongParameter wrong, HttpServletRequest request) {
        return answer(HttpStatus.UNPROCESSABLE_CONTENT, wrong.parameter(), wrong.key(), request, wrong.arguments());
    }

    @ExceptionHandler(BindException.class)
    ResponseEntity<Problem> unreadable(BindException wrong, HttpServletRequest request) {
        var field = wrong.getFieldErrors().getFirst();
        var message = field.getDefaultMessage();
        var key = field.isBindingFailure() || message == null ? "api." + field.getField() : message;
        return answer(HttpStatus.UNPROCESSABLE_CONTENT, field.getField(), key, request);
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<Problem> mismatched(MethodArgumentTypeMismatchException wrong, HttpServletRequest request) {
        return answer(HttpStatus.UNPROCESSABLE_CONTENT, wrong.getName(), "api.parameter", request, wrong.getName());
    }

    @ExceptionHandler(MissingServletRequestParameterException.class)
    ResponseEntity<Problem> missing(MissingServletRequestParameterException wrong, HttpServletRequest request) {
        var name = wrong.getParameterName();
        return answer(HttpStatus.UNPROCESSABLE_CONTENT, name, "api.parameter", request, name);
    }

    @ExceptionHandler({CannotCreateTransactionException.class, DataAccessResourceFailureException.class})
    ResponseEntity<Problem> databaseAway(Exception failure, HttpServletRequest request) {
        LOG.warn("The database cannot be used: {}", failure.getMessage());
        return answerWith(HttpStatus.SERVICE_UNAVAILABLE, HttpHeaders.RETRY_AFTER, "5", "error.database", request);
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<Problem> broken(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return answer(HttpStatus.valueOf(known.getStatusCode().value()), null, "error.badRequest", request);
        }
        var number = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("{} {} failed, number {}", request.getMethod(), request.getRequestURI(), number, failure);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, null, "error.broken", request, number);
    }

    private ResponseEntity<Problem> answerWith(
            HttpStatus status,
            String header,
            String value,
            String key,
            HttpServletRequest request,
            Object... arguments) {
        return ResponseEntity.status(status)
                .header(header, value)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(status, words(request).of(key, arguments), null));
    }

    private ResponseEntity<Problem> answer(
            HttpStatus status,
            @Nullable String parameter,
            String key,
            HttpServletRequest request,
            Object... arguments) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(status, words(request).of(key, arguments), parameter));
    }

    private Words words(HttpServletRequest request) {
        var english = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null
                && request.getLocale().getLanguage().equals("en");
        return new Words(messages, english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
    }
}
