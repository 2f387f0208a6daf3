package lectern.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import lectern.platform.security.OpenToAll;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// What people see when something does not work: what happened, in their language, and what to do now. Nothing of the
/// inside is shown; the log has it under the number on the page.
@Controller
@ControllerAdvice(annotations = Controller.class)
class ErrorPages implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private final UploadLimit uploads;

    ErrorPages(UploadLimit uploads) {
        this.uploads = uploads;
    }

    @ExceptionHandler(Refusal.class)
    ModelAndView refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        var wait = refusal.waiting();
        if (wait != null) {
            response.setHeader("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
        }
        return view(refusal.status(), refusal.key(), request, refusal.arguments());
    }

    @ExceptionHandler({NoResourceFoundException.class, MethodArgumentTypeMismatchException.class})
    ModelAndView unknown(HttpServletRequest request) {
        return view(HttpStatus.NOT_FOUND, "error.notFound", request);
    }

    @ExceptionHandler({CannotCreateTransactionException.class, DataAccessResourceFailureException.class})
    ModelAndView databaseAway(Exception failure, HttpServletRequest request, HttpServletResponse response) {
        LOG.warn("The database cannot be used: {}", failure.getMessage());
        response.setHeader("Retry-After", "5");
        return view(HttpStatus.SERVICE_UNAVAILABLE, "error.database", request);
    }

    /// The database ended it because it and somebody else's change waited for each other: the other one was saved.
    @ExceptionHandler(PessimisticLockingFailureException.class)
    ModelAndView crossed(Exception failure, HttpServletRequest request) {
        LOG.warn(
                "{} {} crossed another change: {}", request.getMethod(), request.getRequestURI(), failure.getMessage());
        return view(HttpStatus.CONFLICT, "error.crossed", request);
    }

    @ExceptionHandler(Exception.class)
    ModelAndView broken(Exception failure, HttpServletRequest request) throws Exception {
        if (failure instanceof org.springframework.web.ErrorResponse known
                && known.getStatusCode().is4xxClientError()) {
            return view(HttpStatus.valueOf(known.getStatusCode().value()), "error.badRequest", request);
        }
        var number = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("{} {} failed, number {}", request.getMethod(), request.getRequestURI(), number, failure);
        return view(HttpStatus.INTERNAL_SERVER_ERROR, "error.broken", request, number);
    }

    /// Whoever followed a stream closed the page, or followed it for as long as a stream lives: there is nobody to
    /// tell. The response counts as answered because it is asked for here.
    @ExceptionHandler({AsyncRequestNotUsableException.class, AsyncRequestTimeoutException.class})
    void readerLeft(Exception left, HttpServletResponse response) {
        LOG.debug("A reader left: {}", left.getMessage());
    }

    /// What went wrong before a route was reached: a missing forgery token, a refused address, a filter that failed.
    @RequestMapping("/error")
    @OpenToAll
    ModelAndView early(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return switch (status) {
            case null -> view(HttpStatus.NOT_FOUND, "error.notFound", request);
            case NOT_FOUND -> view(status, "error.notFound", request);
            // A form that is too large is not read, so its forgery token is missing.
            case FORBIDDEN ->
                uploads.isExceeded(request) ? uploads.tooLarge(request) : view(status, "error.forgery", request);
            case HttpStatus other when other.is4xxClientError() -> view(other, "error.badRequest", request);
            case HttpStatus other -> {
                var number = UUID.randomUUID().toString().substring(0, 8);
                LOG.error(
                        "{} failed early, number {}",
                        request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
                        number,
                        (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
                yield view(
                        other,
                        other == HttpStatus.SERVICE_UNAVAILABLE ? "error.database" : "error.broken",
                        request,
                        number);
            }
        };
    }

    static ModelAndView view(HttpStatus status, String key, HttpServletRequest request, Object... arguments) {
        if (OutboxAnswer.isWanted(request)) {
            var answer = new ModelAndView(OutboxAnswer.refused(request, key, arguments));
            answer.setStatus(status);
            return answer;
        }
        var part = request.getHeader("HX-Request") != null;
        var view = new ModelAndView(part ? "platform/error-part" : "platform/error");
        view.setStatus(status);
        view.addObject("status", status.value());
        view.addObject("key", key);
        view.addObject("arguments", arguments);
        return view;
    }
}
