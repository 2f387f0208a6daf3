/// Tests of travel by road, against a real server that speaks as OSRM does.
@NullMarked
package lectern.planner.roads;

import org.jspecify.annotations.NullMarked;
