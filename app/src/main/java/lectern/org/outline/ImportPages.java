package lectern.org.outline;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Hands in a file with outlines of units; the page that comes back says what came of it, problem by problem.
@Controller
class ImportPages {
    private final OutlineImport outlines;

    ImportPages(OutlineImport outlines) {
        this.outlines = outlines;
    }

    @GetMapping("/units/import")
    @Allow(Role.OFFICER)
    String blank(Model model) {
        return page(null, model);
    }

    @PostMapping("/units/import/outlines")
    @Allow(Role.OFFICER)
    String importOutlines(
            @RequestParam(required = false) @Nullable MultipartFile file,
            Actor actor,
            HttpServletResponse response,
            Model model)
            throws IOException {
        var imported = outlines.run(content(file), name(file), actor);
        return answer(imported, response, model);
    }

    private static byte[] content(@Nullable MultipartFile file) throws IOException {
        return file == null ? new byte[0] : file.getBytes();
    }

    private static String name(@Nullable MultipartFile file) {
        return file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "");
    }

    private static String answer(Imported imported, HttpServletResponse response, Model model) {
        if (imported.refused()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return page(imported, model);
    }

    private static String page(@Nullable Imported imported, Model model) {
        model.addAttribute("imported", imported);
        return "org/import";
    }
}
