package lectern.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lectern.platform.web.Listing;
import lectern.platform.web.Orders;
import lectern.platform.web.Pick;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The venues of the scope, page by page and while somebody types.
@Component
class VenueLists {
    private final JdbcClient jdbc;

    VenueLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static final String FILTER = """
            from venue v left join unit_name u on u.id = v.unit_id
            where (position(lower(:q) in lower(v.name)) > 0 or position(lower(:q) in lower(v.address)) > 0)
              and (:kind = '' or v.kind = :kind)
              and (:below = '' or v.path >= :below and v.path < :below || '~')
              and v.capacity >= :seats
              and (case when :retired then v.retired_at is not null else v.retired_at is null end)
            """;

    static final Orders ORDERS = new Orders(
            "name",
            Map.of(
                    "name", "v.name collate \"zh-x-icu\", v.id",
                    "-name", "v.name collate \"zh-x-icu\" desc, v.id desc",
                    "seats", "v.capacity, v.name collate \"zh-x-icu\", v.id",
                    "-seats", "v.capacity desc, v.name collate \"zh-x-icu\", v.id"));

    private static final String LIST = """
            select v.id, v.name, coalesce(u.name, '') as unit_name, v.kind, v.address, v.capacity, v.shared
            """ + FILTER + " order by %s limit :size offset :offset";

    private static final String COUNT = Listing.counting(FILTER);

    /// One page of the list, in two queries.
    @Transactional(readOnly = true)
    public Listing<VenueRow> list(VenueFilter filter, int page) {
        var rows = filtered(LIST.formatted(ORDERS.of(filter.sort())), filter)
                .param("size", Listing.SIZE)
                .param("offset", Listing.offset(page))
                .query((row, number) -> row(row))
                .list();
        var total = filtered(COUNT, filter).query(Long.class).single();
        return Listing.of(rows, total, Listing.page(page));
    }

    JdbcClient.StatementSpec filtered(String sql, VenueFilter filter) {
        return jdbc.sql(sql)
                .param("q", filter.q().strip())
                .param("kind", filter.kind())
                .param("below", filter.below())
                .param("seats", filter.seats())
                .param("retired", filter.retired());
    }

    /// Venues to pick from, those whose name begins with the text first.
    @Transactional(readOnly = true)
    public List<Pick> pick(String q, String below) {
        return jdbc.sql("""
                        select v.id, v.name, coalesce(u.name, '') as note
                        from venue v left join unit_name u on u.id = v.unit_id
                        where v.retired_at is null and position(lower(:q) in lower(v.name)) > 0
                          and (:below = '' or v.path >= :below and v.path < :below || '~')
                        order by position(lower(:q) in lower(v.name)), length(v.path), v.name collate "zh-x-icu", v.id
                        limit :most
                        """)
                .param("q", q.strip())
                .param("below", below)
                .param("most", Pick.MOST)
                .query(Pick.class)
                .list();
    }

    private static VenueRow row(ResultSet row) throws SQLException {
        return new VenueRow(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("unit_name"),
                row.getString("kind"),
                row.getString("address"),
                row.getInt("capacity"),
                row.getBoolean("shared"));
    }
}
