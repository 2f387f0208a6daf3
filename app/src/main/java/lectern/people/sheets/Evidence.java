package lectern.people.sheets;

/// What a telephone number and a year of birth say about whether two of the same name are one.
///
/// @param same how many of the two agree
/// @param different how many of the two contradict
record Evidence(int same, int different) {
    private static final int BOTH = 2;

    static Evidence of(boolean phonesKnown, boolean phonesEqual, String born, String otherBorn) {
        var yearsKnown = !born.isEmpty() && !otherBorn.isEmpty();
        var yearsEqual = born.equals(otherBorn);
        return new Evidence(
                (phonesKnown && phonesEqual ? 1 : 0) + (yearsKnown && yearsEqual ? 1 : 0),
                (phonesKnown && !phonesEqual ? 1 : 0) + (yearsKnown && !yearsEqual ? 1 : 0));
    }

    boolean isForOne() {
        return same > 0;
    }

    /// One agrees and the other does not: two of a year, of whom one has that phone.
    boolean isMixed() {
        return same > 0 && different > 0;
    }

    /// Another phone and another year of birth: another person.
    boolean isForTwo() {
        return different == BOTH;
    }

    boolean isContradiction() {
        return same == 0 && different > 0;
    }
}
