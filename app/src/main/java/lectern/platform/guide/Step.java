package lectern.platform.guide;

import java.util.List;

/// One step of a new region on its way to the first published plan. Modules contribute theirs as beans.
///
/// Its texts stand under `start.<key>.name` (what is brought in), `.why` (what it is for) and `.count` (how much there
/// is, with the number as argument).
///
/// @param icon name in Tabler's outline set
/// @param order the order of the work
/// @param rows SQL `from … where …` of what the step brings, counted in the asking scope
/// @param settles whether the work has begun once there is one: from then on officers start at their desk
/// @param ways how to do it, the usual one first
public record Step(String key, String icon, int order, String rows, boolean settles, List<Way> ways) {
    /// @param key message key of what the link says
    /// @param file whether it leads to a file and not to a page
    /// @param ofCity whether only officers of the whole city can go it
    public record Way(String key, String icon, String href, boolean file, boolean ofCity) {
        /// A page.
        public static Way to(String key, String icon, String href) {
            return new Way(key, icon, href, false, false);
        }

        /// A file to fill in.
        public static Way file(String key, String href) {
            return new Way(key, "file-download", href, true, false);
        }

        /// The same for officers of the whole city only.
        public Way forCity() {
            return new Way(key, icon, href, file, true);
        }
    }

    /// The ways that are open to an officer of the whole city, or of a part of it.
    public List<Way> ways(boolean wholeCity) {
        return ways.stream().filter(way -> wholeCity || !way.ofCity()).toList();
    }
}
