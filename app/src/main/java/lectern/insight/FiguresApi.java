package lectern.insight;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import lectern.org.Cities;
import lectern.org.City;
import lectern.org.Unit;
import lectern.org.UnitNames;
import lectern.platform.api.WrongParameter;
import lectern.platform.database.Scope;
import lectern.platform.database.Scopes;
import lectern.platform.security.WithToken;
import lectern.platform.web.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Figures for programs.
@RestController
@Tag(name = "figures")
class FiguresApi {
    @Schema(name = "Figures", description = "What was counted at a unit and below it")
    record Sum(
            @Schema(description = "Talks that were held and reported", example = "27800")
            long talks,

            @Schema(description = "People at these talks together", example = "4420000")
            long attendances) {}

    private final FigureQueries figures;
    private final UnitNames units;
    private final UnitCodes codes;
    private final Cities cities;
    private final Clock clock;

    FiguresApi(FigureQueries figures, UnitNames units, UnitCodes codes, Cities cities, Clock clock) {
        this.figures = figures;
        this.units = units;
        this.codes = codes;
        this.cities = cities;
        this.clock = clock;
    }

    @GetMapping("/api/v1/figures")
    @WithToken
    @Operation(summary = "Talks and attendances of a unit over a period", operationId = "figures")
    Sum figures(
            @Parameter(description = "Id or code of a unit; the token's own when it is left out", example = "330881")
                    @RequestParam(defaultValue = "")
                    String unit,
            @Parameter(
                            description = "First local day; 364 days before `to` when it is left out",
                            example = "2026-01-01",
                            schema = @Schema(type = "string", format = "date"))
                    @RequestParam(defaultValue = "")
                    String from,
            @Parameter(
                            description = "Last local day, included; today when it is left out",
                            example = "2026-12-31",
                            schema = @Schema(type = "string", format = "date"))
                    @RequestParam(defaultValue = "")
                    String to) {
        var scope = Scopes.required();
        var shown = find(unit.strip(), scope)
                .filter(found -> scope.covers(found.path()))
                .orElseThrow(Refusal::notFound);
        var last = to.isBlank() ? today(scope) : day("to", to);
        var first = from.isBlank() ? Period.lastYear(last).from() : day("from", from);
        var period = new Period(first, last);
        if (period.isBackwards()) {
            throw new WrongParameter("from", "api.period");
        }
        var total = figures.total(shown.path(), period);
        return new Sum(total.talks(), total.attendances());
    }

    private Optional<Unit> find(String unit, Scope scope) {
        if (unit.isEmpty()) {
            return units.at(scope.path());
        }
        try {
            return units.find(UUID.fromString(unit));
        } catch (IllegalArgumentException notAnId) {
            return UnitCodes.looksLikeOne(unit) ? codes.find(unit).flatMap(units::find) : Optional.empty();
        }
    }

    private LocalDate today(Scope scope) {
        var zone = cities.find(scope.cityId()).map(City::zone).orElse(ZoneId.of("Asia/Shanghai"));
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private static LocalDate day(String parameter, String typed) {
        try {
            var day = LocalDate.parse(typed.strip());
            if (day.getYear() >= 1900 && day.getYear() <= 2200) {
                return day;
            }
        } catch (DateTimeException noDay) {
            // answered below
        }
        throw new WrongParameter(parameter, "api.day", parameter);
    }
}
