package lectern.planning.standby;

import java.util.List;
import java.util.UUID;

/// Who should stand by.
///
/// @param talks of the day in the area
/// @param covered of them by those who are asked or agreed already
public record StandbyProposal(List<Choice> choices, int talks, int covered) {
    /// @param newly talks that nobody before him in the list covers
    /// @param covers all that he could take over
    /// @param minutes of the way to those on average
    /// @param days that he stands by in that month already
    public record Choice(UUID speaker, String name, int tier, int newly, int covers, int minutes, int days) {}

    public int coveredWithChoices() {
        return covered + choices.stream().mapToInt(Choice::newly).sum();
    }
}
