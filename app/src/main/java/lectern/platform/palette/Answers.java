package lectern.platform.palette;

import java.util.List;

/// What one finder found.
public record Answers(String kind, String icon, List<Found> found) {}
