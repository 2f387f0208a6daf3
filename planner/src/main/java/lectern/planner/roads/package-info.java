/// Travel times by road from an OSRM-compatible service, kept in a file if wished. Depends on the model, on Jackson and
/// on the JDK's HTTP client.
@NullMarked
package lectern.planner.roads;

import org.jspecify.annotations.NullMarked;
