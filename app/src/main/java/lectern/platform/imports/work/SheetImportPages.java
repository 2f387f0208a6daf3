package lectern.platform.imports.work;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import lectern.platform.imports.SheetKind;
import lectern.platform.imports.work.SheetImport.State;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.security.Sealer;
import lectern.platform.web.Address;
import lectern.platform.web.Listing;
import lectern.platform.web.Refusal;
import lectern.platform.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Handing a sheet in, looking at what it would do, letting it in, undoing it; and the imports of the past.
@Controller
class SheetImportPages {
    private final Kinds kinds;
    private final Importing importing;
    private final SheetImports imports;
    private final ImportRows rows;
    private final ImportFiles files;
    private final Sealer sealer;
    private final MessageSource messages;

    SheetImportPages(
            Kinds kinds,
            Importing importing,
            SheetImports imports,
            ImportRows rows,
            ImportFiles files,
            Sealer sealer,
            MessageSource messages) {
        this.kinds = kinds;
        this.importing = importing;
        this.imports = imports;
        this.rows = rows;
        this.files = files;
        this.sealer = sealer;
        this.messages = messages;
    }

    @GetMapping("/imports")
    @Allow(Role.OFFICER)
    String list(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Actor actor,
            Model model) {
        model.addAttribute("listing", imports.list(kind, page));
        model.addAttribute("kinds", kinds.openTo(actor));
        model.addAttribute("address", Address.of(request));
        return "platform/imports";
    }

    @GetMapping("/imports/new")
    @Allow(Role.OFFICER)
    String blank(@RequestParam(defaultValue = "") String kind, Actor actor, Locale locale, Model model) {
        return blank(kinds.required(kind, actor), null, actor, locale, model);
    }

    @PostMapping("/imports")
    @Allow(Role.OFFICER)
    String take(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Actor actor,
            Locale locale,
            HttpServletResponse response,
            Model model)
            throws IOException {
        var wanted = kinds.required(kind, actor);
        var name = file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "");
        if (file == null || file.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return blank(wanted, name.isBlank() ? "import.noFile" : "sheet.empty", actor, locale, model);
        }
        return "redirect:/imports/" + importing.take(actor, wanted, name, file.getBytes());
    }

    private String blank(SheetKind kind, @Nullable String problem, Actor actor, Locale locale, Model model) {
        var words = new Words(messages, locale);
        model.addAttribute("kind", kind);
        model.addAttribute(
                "columns",
                kind.columns(actor).stream()
                        .map(column -> ColumnGuide.of(kind, column, words))
                        .toList());
        model.addAttribute("problem", problem);
        model.addAttribute("earlier", imports.list(kind.name(), 1));
        return "platform/import-new";
    }

    @GetMapping("/imports/{id}")
    @Allow(Role.OFFICER)
    String show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var imported = importing.look(id);
        var kind = kinds.required(imported.kind(), actor);
        model.addAttribute("imported", imported);
        model.addAttribute("kind", kind);
        model.addAttribute("address", Address.of(request));
        if (imported.state().isAtWork()) {
            model.addAttribute("stuck", importing.isStuck(imported));
            return "platform/import-at-work";
        }
        if (imported.state() == State.REFUSED) {
            return "platform/import-refused";
        }
        var shown = chosen(show, imported);
        var columns = kind.columns(actor);
        var kept = show.equals("kept");
        var found = rows.list(imported, shown, kept, page, new Sealing(sealer, columns, imported.headings()));
        model.addAttribute("shown", kept ? "kept" : shown.name().toLowerCase(Locale.ROOT));
        model.addAttribute(
                "listing",
                new Listing<>(
                        ShownRows.of(found.rows(), imported, kind, columns, new Words(messages, locale)),
                        found.total(),
                        found.number(),
                        found.size()));
        return "platform/import";
    }

    /// What was asked for, or else what is most worth looking at.
    private static Outcome chosen(String show, SheetImport imported) {
        var order = new ArrayList<>(List.of(Outcome.FAILED, Outcome.CHANGED, Outcome.NEW, Outcome.UNCHANGED));
        return order.stream()
                .filter(outcome -> outcome.name().equalsIgnoreCase(show))
                .findFirst()
                .orElseGet(() -> order.stream()
                        .filter(outcome -> imported.counts().of(outcome) > 0)
                        .findFirst()
                        .orElse(Outcome.UNCHANGED));
    }

    @GetMapping("/imports/template")
    @Allow(Role.OFFICER)
    void template(
            @RequestParam(defaultValue = "") String kind, Actor actor, Locale locale, HttpServletResponse response)
            throws IOException {
        var wanted = kinds.required(kind, actor);
        var words = new Words(messages, locale);
        var book = new ByteArrayOutputStream();
        files.template(wanted, actor, words, book);
        head(response, words.of("import.template.name", words.of("sheet." + wanted.name())));
        book.writeTo(response.getOutputStream());
    }

    @GetMapping("/imports/{id}/failed")
    @Allow(Role.OFFICER)
    void failed(@PathVariable UUID id, Actor actor, Locale locale, HttpServletResponse response) throws IOException {
        var imported = imports.find(id).orElseThrow(Refusal::notFound);
        var kind = kinds.required(imported.kind(), actor);
        var words = new Words(messages, locale);
        var file = files.failed(imported, kind, actor, words);
        try {
            head(response, words.of("import.failed.name", words.of("sheet." + kind.name())));
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void head(HttpServletResponse response, String name) {
        response.setContentType(ImportFiles.MEDIA_TYPE);
        response.setHeader("Content-Disposition", ImportFiles.disposition(name));
        response.setHeader("Cache-Control", "no-store");
    }

    @PostMapping("/imports/{id}/apply")
    @Allow(Role.OFFICER)
    String apply(@PathVariable UUID id, Actor actor) {
        importing.apply(actor, id);
        return "redirect:/imports/" + id;
    }

    @PostMapping("/imports/{id}/undo")
    @Allow(Role.OFFICER)
    String undo(@PathVariable UUID id, Actor actor) {
        importing.undo(actor, id);
        return "redirect:/imports/" + id;
    }

    @PostMapping("/imports/{id}/again")
    @Allow(Role.OFFICER)
    String again(@PathVariable UUID id, Actor actor) {
        importing.again(actor, id);
        return "redirect:/imports/" + id;
    }
}
