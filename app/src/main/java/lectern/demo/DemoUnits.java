package lectern.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/// The tree: one city, 9 counties, 102 towns, 1,856 villages, each part of its parent's land. Outlines are Voronoi
/// cells of seeded points inside the parent, evened out once (Lloyd), so neighbours share their borders.
final class DemoUnits {
    static final int[] TOWNS = {13, 12, 12, 11, 11, 11, 11, 11, 10};
    /// Villages of each county, 1,856 in all; the second has 231.
    static final int[] VILLAGES = {212, 231, 208, 205, 203, 202, 201, 199, 195};

    private static final double LAT = 29.2;
    private static final double LON = 118.9;
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    final List<DemoUnit> all = new ArrayList<>();
    final List<DemoUnit> counties = new ArrayList<>();
    final List<DemoUnit> towns = new ArrayList<>();
    final List<DemoUnit> villages = new ArrayList<>();
    final DemoUnit city;
    private final Chance chance;
    private final List<String> syllables = WordLists.lines("demo/syllables.txt");

    DemoUnits(Chance chance) {
        this.chance = chance;
        city = add(null, "9901", "澜川市", "CITY", outlineOfCity());
        var lands = divide(city.outline(), TOWNS.length);
        var names = new HashSet<String>();
        for (var c = 0; c < TOWNS.length; c++) {
            var county = add(city, "99010" + (c + 1), name(names, "县"), "COUNTY", lands.get(c));
            counties.add(county);
            addTowns(county, TOWNS[c], VILLAGES[c]);
        }
    }

    private void addTowns(DemoUnit county, int number, int villagesInAll) {
        var lands = divide(county.outline(), number);
        var names = new HashSet<String>();
        for (var t = 0; t < number; t++) {
            var town = add(
                    county,
                    county.code() + "%03d".formatted(t + 1),
                    name(names, chance.percent(60) ? "镇" : "乡"),
                    "TOWN",
                    lands.get(t));
            towns.add(town);
            addVillages(town, villagesInAll * (t + 1) / number - villagesInAll * t / number);
        }
    }

    private void addVillages(DemoUnit town, int number) {
        var lands = divide(town.outline(), number);
        var names = new HashSet<String>();
        for (var v = 0; v < number; v++) {
            villages.add(add(town, town.code() + "%03d".formatted(v + 1), name(names, "村"), "VILLAGE", lands.get(v)));
        }
    }

    private DemoUnit add(@Nullable DemoUnit parent, String code, String name, String level, Geometry outline) {
        var path = (parent == null ? "" : parent.path()) + code + "/";
        var unit = new DemoUnit(chance.id(), parent, path, code, name, level, outline);
        all.add(unit);
        return unit;
    }

    private String name(Set<String> taken, String kind) {
        while (true) {
            var name = chance.one(syllables) + chance.one(syllables) + kind;
            if (name.charAt(0) != name.charAt(1) && taken.add(name)) {
                return name;
            }
        }
    }

    /// An uneven round shape of about 100 km.
    private Geometry outlineOfCity() {
        var corners = new Coordinate[97];
        for (var corner = 0; corner < 96; corner++) {
            var angle = 2 * Math.PI * corner / 96;
            var reach = 0.44 + 0.05 * Math.sin(3 * angle + 1) + 0.03 * Math.sin(7 * angle) + 0.02 * chance.unit();
            corners[corner] = new Coordinate(LON + 1.15 * reach * Math.cos(angle), LAT + reach * Math.sin(angle));
        }
        corners[96] = corners[0].copy();
        return GEOMETRY.createPolygon(corners);
    }

    /// Divides land into so many parts of similar size.
    private List<Geometry> divide(Geometry land, int number) {
        var sites = new ArrayList<Coordinate>();
        var box = land.getEnvelopeInternal();
        while (sites.size() < number) {
            var site = new Coordinate(
                    box.getMinX() + chance.unit() * box.getWidth(), box.getMinY() + chance.unit() * box.getHeight());
            if (land.contains(GEOMETRY.createPoint(site))) {
                sites.add(site);
            }
        }
        var parts = cells(land, sites);
        for (var round = 0; round < 2; round++) {
            parts = cells(
                    land,
                    parts.stream().map(part -> inside(part).getCoordinate()).toList());
        }
        return parts;
    }

    private static Geometry inside(Geometry part) {
        var middle = part.getCentroid();
        return part.contains(middle) ? middle : part.getInteriorPoint();
    }

    private static List<Geometry> cells(Geometry land, List<Coordinate> sites) {
        var diagram = new VoronoiDiagramBuilder();
        diagram.setSites(sites);
        diagram.setClipEnvelope(land.getEnvelopeInternal());
        var cells = diagram.getDiagram(GEOMETRY);
        var parts = new ArrayList<Geometry>();
        for (var cell = 0; cell < cells.getNumGeometries(); cell++) {
            parts.add(cells.getGeometryN(cell).intersection(land));
        }
        return parts;
    }
}
