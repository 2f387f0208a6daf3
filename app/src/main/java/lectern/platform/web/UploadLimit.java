package lectern.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
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
    private final DataSize most;

    UploadLimit(@Value("${spring.servlet.multipart.max-file-size}") DataSize most) {
        this.most = most;
    }

    boolean isExceeded(HttpServletRequest request) {
        return request.getContentLengthLong() > most.toBytes();
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ModelAndView tooLarge(HttpServletRequest request) {
        return ErrorPages.view(HttpStatus.CONTENT_TOO_LARGE, "file.tooLarge", request, most.toMegabytes());
    }
}
