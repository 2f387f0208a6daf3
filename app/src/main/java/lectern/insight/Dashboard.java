package lectern.insight;

import java.util.List;
import lectern.org.Unit;
import lectern.platform.web.Listing;
import org.jspecify.annotations.Nullable;

/// What came of a unit's talks over a period.
///
/// @param lineage the units from the root down to it
/// @param own what the units below do not explain: talks at the unit itself
/// @param talks the single talks at the unit itself, where there are any or no unit is below
record Dashboard(
        List<Unit> lineage,
        Figure total,
        Figure own,
        List<Part> parts,
        Reach reach,
        List<Point> trend,
        @Nullable Listing<TalkLine> talks) {}
