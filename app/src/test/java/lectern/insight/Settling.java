package lectern.insight;

import java.time.LocalDate;
import lectern.SmallCity;
import lectern.programme.HeadcountReported;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells of reports as the programme does, and rolls up until nothing is left, whoever of the nodes does it.
@TestComponent
public class Settling {
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final RollUp rollUp;
    private final SmallCity cities;

    Settling(
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            RollUp rollUp,
            SmallCity cities) {
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
        this.rollUp = rollUp;
        this.cities = cities;
    }

    public void report(SmallCity.Made city, int village, LocalDate day) {
        var place = city.villages().get(village);
        var news = new HeadcountReported(
                place.id(), city.city().id(), place.path(), day); // which talk it was does not matter here
        SmallCity.as(city.keepers().get(village), () -> {
            transactions.executeWithoutResult(status -> events.publishEvent(news));
            return true;
        });
    }

    public void settle(SmallCity.Made city) {
        while (marks(city) > 0) {
            rollUp.drain();
        }
    }

    long marks(SmallCity.Made city) {
        return cities.count(
                "select count(*) from figure_stale where city_id = ?",
                city.city().id());
    }
}
