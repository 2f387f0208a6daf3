/// Finds plans: a problem compiled to arrays of numbers, ruined and recreated under simulated annealing. Depends on the
/// model; on the rules only to assert that every cost it keeps is the true one.
@NullMarked
package lectern.planner.search;

import org.jspecify.annotations.NullMarked;
