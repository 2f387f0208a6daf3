package lectern.platform.offline;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Collectors;
import lectern.platform.web.Fields;
import lectern.platform.web.OutboxAnswer;
import lectern.platform.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Turns what a page's route answers into what an outbox understands: a redirect says that it was taken, a form that
/// came back says what is wrong with it.
final class OutboxAnswers implements HandlerInterceptor {
    private static final String REDIRECT = "redirect:";
    private final MessageSource messages;

    OutboxAnswers(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView answer) {
        if (answer == null || !OutboxAnswer.isWanted(request)) {
            return;
        }
        var name = answer.getViewName();
        if (name != null && name.startsWith(REDIRECT)) {
            answer.setView(new OutboxAnswer(name.substring(REDIRECT.length()), ""));
        } else if (response.getStatus() == HttpStatus.UNPROCESSABLE_CONTENT.value()
                && answer.getModel().get("fields") instanceof Fields fields) {
            answer.setView(new OutboxAnswer("", reasons(fields, request)));
        }
    }

    private String reasons(Fields fields, HttpServletRequest request) {
        var words = new Words(messages, RequestContextUtils.getLocale(request));
        return fields.errors().values().stream()
                .map(problem -> words.of(problem.key(), problem.arguments().toArray()))
                .distinct()
                .collect(Collectors.joining(words.of("outbox.reasons.between")));
    }
}
