package lectern.insight;

import lectern.org.Unit;
import lectern.org.UnitNames;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Puts a dashboard together, as of one moment.
@Component
class Dashboards {
    private final FigureQueries figures;
    private final TalkLines talks;
    private final UnitNames units;

    Dashboards(FigureQueries figures, TalkLines talks, UnitNames units) {
        this.figures = figures;
        this.talks = talks;
        this.units = units;
    }

    /// @param page of the list of talks
    @Transactional(readOnly = true)
    public Dashboard of(Unit unit, Period period, int page) {
        var parts = figures.parts(unit, period);
        var trend = figures.trend(unit.path(), period);
        var total = trend.stream().map(Point::figure).reduce(Figure.NONE, Figure::plus);
        var own = parts.stream().map(Part::figure).reduce(total, Figure::minus);
        return new Dashboard(
                units.lineage(unit.path()),
                total,
                own,
                parts,
                parts.stream().map(Part::reach).reduce(Reach.NONE, Reach::plus),
                trend,
                parts.isEmpty() || own.talks() > 0 ? talks.heldAt(unit.path(), period, page) : null);
    }
}
