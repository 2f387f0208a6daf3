package lectern.demo;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// A unit of the demo city with its outline.
record DemoUnit(
        UUID id, @Nullable DemoUnit parent, String path, String code, String name, String level, Geometry outline) {
    double lat() {
        return outline.getInteriorPoint().getY();
    }

    double lon() {
        return outline.getInteriorPoint().getX();
    }

    boolean is(String wanted) {
        return level.equals(wanted);
    }
}
