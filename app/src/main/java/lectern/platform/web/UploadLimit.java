package lectern.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

/// Says how large a file may be. It stands apart from [ErrorPages] because a request that is too large is refused
/// before its route is known.
@ControllerAdvice
class UploadLimit {
    /// As `spring.servlet.multipart.max-file-size` says.
    static final DataSize MOST = DataSize.ofMegabytes(20);

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    static ModelAndView tooLarge(HttpServletRequest request) {
        return ErrorPages.view(HttpStatus.CONTENT_TOO_LARGE, "file.tooLarge", request, MOST.toMegabytes());
    }
}
