package lectern.planner.rules;

/// A broken hard rule, with what one needs to know to mend it: talks, speakers and places by their
/// ids, times in minutes of the horizon.
public sealed interface Violation {

    /// One sentence naming the talk, the speaker and the figures.
    String message();

    record UnknownTalk(String talk) implements Violation {
        @Override
        public String message() {
            return "there is no talk \"" + talk + "\"";
        }
    }

    record UnknownSpeaker(String talk, String speaker) implements Violation {
        @Override
        public String message() {
            return "talk \"%s\" is given by \"%s\", and there is no such speaker".formatted(talk, speaker);
        }
    }

    record AssignedTwice(String talk, int times) implements Violation {
        @Override
        public String message() {
            return "talk \"%s\" is assigned %d times".formatted(talk, times);
        }
    }

    record OutsideWindows(String talk, String speaker, int start) implements Violation {
        @Override
        public String message() {
            return "talk \"%s\" by \"%s\" starts at %d, in none of its windows".formatted(talk, speaker, start);
        }
    }

    record MissingSkill(String talk, String speaker, String skill) implements Violation {
        @Override
        public String message() {
            return "talk \"%s\" needs \"%s\", which speaker \"%s\" lacks".formatted(talk, skill, speaker);
        }
    }

    record TierTooLow(String talk, String speaker, int tier, int minTier) implements Violation {
        @Override
        public String message() {
            return "talk \"%s\" needs tier %d, speaker \"%s\" has %d".formatted(talk, minTier, speaker, tier);
        }
    }

    record OutsideShifts(String talk, String speaker, int start, long end) implements Violation {
        @Override
        public String message() {
            return "talk \"%s\" from %d to %d lies in no shift of speaker \"%s\"".formatted(talk, start, end, speaker);
        }
    }

    /// @param earliest minute at which the speaker can be there from home
    record TooEarlyFromHome(String talk, String speaker, int start, long earliest) implements Violation {
        @Override
        public String message() {
            return "talk \"%s\" starts at %d, speaker \"%s\" can be there from home at %d"
                    .formatted(talk, start, speaker, earliest);
        }
    }

    /// @param earliest minute at which the speaker can be there from the talk before
    record TooCloseTogether(String talk, String before, String speaker, int start, long earliest) implements Violation {
        @Override
        public String message() {
            return "talk \"%s\" starts at %d, speaker \"%s\" can be there from talk \"%s\" at %d"
                    .formatted(talk, start, speaker, before, earliest);
        }
    }

    record HomeTooLate(String talk, String speaker, long home, int shiftEnd) implements Violation {
        @Override
        public String message() {
            return "after talk \"%s\" speaker \"%s\" is home at %d, the shift ends at %d"
                    .formatted(talk, speaker, home, shiftEnd);
        }
    }

    record TooManyTalks(String speaker, int talks, int maxTalks) implements Violation {
        @Override
        public String message() {
            return "speaker \"%s\" has %d talks, more than maxTalks %d".formatted(speaker, talks, maxTalks);
        }
    }

    record TooManyTalksInShift(String speaker, int shift, int talks, int maxTalksPerShift) implements Violation {
        @Override
        public String message() {
            return "speaker \"%s\" has %d talks in shifts[%d], more than maxTalksPerShift %d"
                    .formatted(speaker, talks, shift, maxTalksPerShift);
        }
    }

    record OverCapacity(String speaker, int shift, long load, int capacity) implements Violation {
        @Override
        public String message() {
            return "speaker \"%s\" carries load %d in shifts[%d], more than capacity %d"
                    .formatted(speaker, load, shift, capacity);
        }
    }

    record PlaceTaken(String place, String earlier, String later) implements Violation {
        @Override
        public String message() {
            return "talks \"%s\" and \"%s\" overlap at place \"%s\"".formatted(earlier, later, place);
        }
    }

    record PinBroken(String talk, String speaker, int start) implements Violation {
        @Override
        public String message() {
            return "talk \"%s\" is pinned to speaker \"%s\" at %d".formatted(talk, speaker, start);
        }
    }

    /// The plan says of itself that it costs something else.
    record MisstatedCost(String term, long stated, long actual) implements Violation {
        @Override
        public String message() {
            return "the plan states %s %d, it is %d".formatted(term, stated, actual);
        }
    }
}
