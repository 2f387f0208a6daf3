package lectern.programme.station;

/// How a headcount came about.
enum HeadcountSource {
    COUNTED,
    ESTIMATED,
    REGISTERED
}
