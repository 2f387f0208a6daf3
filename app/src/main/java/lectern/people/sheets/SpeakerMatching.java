package lectern.people.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lectern.platform.database.Identifiers;
import lectern.platform.imports.SheetKind;
import lectern.platform.imports.SheetLine;
import lectern.platform.imports.SheetProblem;
import lectern.platform.imports.Verdict;
import lectern.platform.security.Sealer;
import lectern.platform.spreadsheet.Fold;

/// Decides whom a row means. One speaker of that name in that unit, and nothing that speaks against it, is the one.
/// Of several, the phone number or the year of birth tells; where they do not, the row is refused: nobody guesses. A
/// name that differs only in variants of its characters is refused too, unless phone and year say that it is somebody
/// else.
final class SpeakerMatching {
    private final Map<String, List<KnownSpeaker>> byName;
    private final Map<String, List<KnownSpeaker>> byVariant;
    private final Map<String, List<KnownSpeaker>> anywhere;
    private final Map<String, String> defaults;
    private final Sealer sealer;
    private final Map<String, Integer> rowOfTarget = new HashMap<>();
    private final Map<String, List<SheetLine>> freshByName = new HashMap<>();

    /// @param defaults what a new speaker gets in columns that a row leaves empty
    SpeakerMatching(List<KnownSpeaker> known, Map<String, String> defaults, Sealer sealer) {
        byName = known.stream()
                .collect(Collectors.groupingBy(speaker -> speaker.unit() + " " + Fold.key(speaker.name())));
        byVariant = known.stream()
                .collect(Collectors.groupingBy(speaker -> speaker.unit() + " " + NameVariants.key(speaker.name())));
        anywhere = known.stream().collect(Collectors.groupingBy(speaker -> Fold.key(speaker.name())));
        this.defaults = defaults;
        this.sealer = sealer;
    }

    Verdict judge(SheetLine line) {
        if (!line.has(SpeakerSheet.NAME) || !line.has(SpeakerSheet.UNIT) || !line.sound()) {
            return new Verdict.Failed(List.of());
        }
        var all = byName.getOrDefault(key(line), List.of());
        var active = all.stream().filter(speaker -> !speaker.retired()).toList();
        return among(line, active.isEmpty() ? all : active);
    }

    private static String key(SheetLine line) {
        return line.get(SpeakerSheet.UNIT) + " " + Fold.key(line.get(SpeakerSheet.NAME));
    }

    private Verdict among(SheetLine line, List<KnownSpeaker> candidates) {
        var certain = new ArrayList<KnownSpeaker>();
        var confirmed = new ArrayList<KnownSpeaker>();
        var open = new ArrayList<KnownSpeaker>();
        var others = 0;
        for (var candidate : candidates) {
            var evidence = evidence(line, candidate);
            if (evidence.isForOne()) {
                confirmed.add(candidate);
                if (!evidence.isMixed()) {
                    certain.add(candidate);
                }
            } else if (!evidence.isContradiction()) {
                open.add(candidate);
            } else if (evidence.isForTwo()) {
                others++;
            }
        }
        if (certain.size() == 1) {
            return found(line, certain.getFirst());
        }
        if (confirmed.size() == 1) {
            return found(line, confirmed.getFirst());
        }
        if (others == candidates.size()) {
            return fresh(line, others > 0);
        }
        if (candidates.size() == 1 && open.size() == 1) {
            return found(line, open.getFirst());
        }
        return candidates.size() == 1
                ? Verdict.failed(SpeakerSheet.NAME, "speaker.row.contradiction", line.get(SpeakerSheet.NAME))
                : Verdict.failed(
                        SpeakerSheet.NAME, "speaker.row.ambiguous", line.get(SpeakerSheet.NAME), candidates.size());
    }

    private Evidence evidence(SheetLine line, KnownSpeaker speaker) {
        var phone = phone(line);
        return Evidence.of(
                !phone.isEmpty() && speaker.phoneTail() != null,
                speaker.hasPhone(phone, sealer),
                line.get(SpeakerSheet.BORN),
                speaker.born());
    }

    /// In full, or a star and the last digits.
    private static String phone(SheetLine line) {
        return line.has(SpeakerSheet.PHONE_TAIL)
                ? "*" + line.get(SpeakerSheet.PHONE_TAIL)
                : line.get(SpeakerSheet.PHONE);
    }

    private Verdict found(SheetLine line, KnownSpeaker speaker) {
        var target = speaker.id().toString();
        var earlier = rowOfTarget.putIfAbsent(target, line.number());
        if (earlier != null) {
            return Verdict.failed(SpeakerSheet.NAME, "speaker.row.twice", earlier);
        }
        var said = said(line);
        if (speaker.retired()) {
            said.put(SheetKind.RETIRED, "");
        }
        var before = speaker.of(said, sealer);
        var after = new HashMap<>(said);
        after.put(SpeakerSheet.NAME, speaker.name());
        return Verdict.compared(target, before, after, List.of());
    }

    /// What the row says, a masked number apart.
    private static Map<String, String> said(SheetLine line) {
        var said = new HashMap<>(line.values());
        said.remove(SheetKind.RETIRED);
        var phone = line.get(SpeakerSheet.PHONE);
        if (PhoneCells.isMasked(phone)) {
            said.remove(SpeakerSheet.PHONE);
            said.put(SpeakerSheet.PHONE_TAIL, PhoneCells.tail(phone));
        }
        return said;
    }

    private Verdict fresh(SheetLine line, boolean namesake) {
        var refused = written(line).or(() -> elsewhere(line)).or(() -> twice(line));
        if (refused.isPresent()) {
            return refused.get();
        }
        if (!line.has(SpeakerSheet.SOURCE)) {
            return Verdict.failed(SpeakerSheet.SOURCE, "import.cell.needed");
        }
        if (PhoneCells.isMasked(phone(line))) {
            return Verdict.failed(SpeakerSheet.PHONE, "speaker.row.maskedNew");
        }
        freshByName.computeIfAbsent(variantKey(line), key -> new ArrayList<>()).add(line);
        var after = new HashMap<>(defaults);
        after.putAll(line.values());
        return new Verdict.New(
                Identifiers.next().toString(),
                after,
                namesake
                        ? List.of(
                                SheetProblem.at(SpeakerSheet.NAME, "speaker.row.namesake", line.get(SpeakerSheet.NAME)))
                        : List.of());
    }

    private static String variantKey(SheetLine line) {
        return line.get(SpeakerSheet.UNIT) + " " + NameVariants.key(line.get(SpeakerSheet.NAME));
    }

    /// Somebody whose name is the same but for variants of its characters.
    private Optional<Verdict> written(SheetLine line) {
        return byVariant.getOrDefault(variantKey(line), List.of()).stream()
                .filter(speaker -> !Fold.key(speaker.name()).equals(Fold.key(line.get(SpeakerSheet.NAME))))
                .filter(speaker -> !evidence(line, speaker).isForTwo())
                .findFirst()
                .map(speaker -> Verdict.failed(
                        SpeakerSheet.NAME, "speaker.row.variant", line.get(SpeakerSheet.NAME), speaker.name()));
    }

    /// The same name and number in another unit: somebody who moved, most likely.
    private Optional<Verdict> elsewhere(SheetLine line) {
        return anywhere.getOrDefault(Fold.key(line.get(SpeakerSheet.NAME)), List.of()).stream()
                .filter(speaker -> !speaker.retired()
                        && !speaker.unit().equals(line.get(SpeakerSheet.UNIT))
                        && speaker.hasPhone(phone(line), sealer))
                .findFirst()
                .map(speaker -> Verdict.failed(
                        SpeakerSheet.UNIT, "speaker.row.elsewhere", line.get(SpeakerSheet.NAME), speaker.unit()));
    }

    /// The same name in an earlier row, and nothing that tells the two apart.
    private Optional<Verdict> twice(SheetLine line) {
        return freshByName.getOrDefault(variantKey(line), List.of()).stream()
                .filter(earlier -> {
                    var phones = !phone(line).isEmpty() && !phone(earlier).isEmpty();
                    var evidence = Evidence.of(
                            phones,
                            phone(line).equals(phone(earlier)),
                            line.get(SpeakerSheet.BORN),
                            earlier.get(SpeakerSheet.BORN));
                    return !evidence.isForTwo();
                })
                .findFirst()
                .map(earlier -> Verdict.failed(SpeakerSheet.NAME, "speaker.row.twice", earlier.number()));
    }
}
