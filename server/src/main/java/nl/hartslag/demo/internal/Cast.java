package nl.hartslag.demo.internal;

import java.util.HashMap;
import java.util.Map;
import nl.hartslag.demo.internal.company.Company;
import nl.hartslag.shared.AccountId;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CalendarId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.GestureChoiceId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.ProcessId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.SiteId;
import nl.hartslag.shared.SkillId;
import nl.hartslag.shared.TeamId;
import nl.hartslag.shared.UserId;

/** Under which ids the demo company stands in this database, by the keys of its tables. Filled step by step while loading. */
public final class Cast {
    public final Map<String, BrandId> brands = new HashMap<>();
    public final Map<String, PartnerId> partners = new HashMap<>();
    public final Map<String, SiteId> sites = new HashMap<>();
    public final Map<String, DepartmentId> departments = new HashMap<>();
    /** By the key of the demo's table. */
    public final Map<String, ProcessId> processes = new HashMap<>();
    public final Map<String, CalendarId> calendars = new HashMap<>();
    public final Map<String, TeamId> teams = new HashMap<>();
    public final Map<String, SkillId> skills = new HashMap<>();
    public final Map<String, UserId> people = new HashMap<>();
    public final Map<String, QueueId> queues = new HashMap<>();
    /** By brand: the address at which it receives mail. */
    public final Map<String, AccountId> mailAccounts = new HashMap<>();
    /** By e-mail address. */
    public final Map<String, CustomerId> customers = new HashMap<>();
    /** By brand and key, as {@code lindenhof/flowers}: what may be given. */
    public final Map<String, GestureChoiceId> gestures = new HashMap<>();
    private final Map<String, ReasonId> reasons = new HashMap<>();

    public void reason(String brand, String key, ReasonId id) {
        reasons.put(brand + "/" + key, id);
    }

    public ReasonId reason(String brand, String key) {
        ReasonId id = reasons.get(brand + "/" + key);
        if (id == null) throw new IllegalArgumentException("no reason " + key + " of " + brand);
        return id;
    }

    public UserId user(Company.Person person) {
        return people.get(person.key());
    }

    public TeamId team(Company.Person person) {
        return teams.get(person.teams().getFirst());
    }
}
