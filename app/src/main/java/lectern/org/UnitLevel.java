package lectern.org;

/// The levels of the tree, from above to below. An institution (office, school, enterprise) has no level below it.
public enum UnitLevel {
    PROVINCE,
    CITY,
    COUNTY,
    TOWN,
    VILLAGE,
    INSTITUTION
}
