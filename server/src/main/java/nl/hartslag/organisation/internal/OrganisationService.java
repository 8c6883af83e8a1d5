package nl.hartslag.organisation.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.organisation.internal.Snapshot.HoursKey;
import nl.hartslag.organisation.internal.hours.BusinessCalendar;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CalendarId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.ProcessId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.SiteId;
import nl.hartslag.shared.UserId;
import org.springframework.stereotype.Service;

@Service
class OrganisationService implements Organisation {
    /** What is promised when nothing was set. */
    private static final Duration A_DAY = Duration.ofDays(1);

    private final OrganisationMemory memory;

    OrganisationService(OrganisationMemory memory) {
        this.memory = memory;
    }

    @Override
    public List<Brand> brands() {
        return memory.snapshot().brands();
    }

    @Override
    public Brand brand(BrandId id) {
        return find(id).orElseThrow(() -> Problem.notFound("brands"));
    }

    private Optional<Brand> find(BrandId id) {
        return Optional.ofNullable(memory.snapshot().brandsById().get(id));
    }

    @Override
    public Optional<Brand> brandByKey(String key) {
        return brands().stream().filter(brand -> brand.key().equals(key)).findFirst();
    }

    @Override
    public ChannelHours hours(BrandId brand, String channel) {
        return promised(brand, channel);
    }

    @Override
    public Answering answering(BrandId brand, String channel) {
        PromisedHours hours = promised(brand, channel);
        return new Answering(hours.answerWithin(), new CalendarTime(hours.calendar()));
    }

    private PromisedHours promised(BrandId brand, String channel) {
        PromisedHours set = memory.snapshot().hours().get(new HoursKey(brand, channel, null));
        return set != null ? set : new PromisedHours(BusinessCalendar.alwaysOpen(zone(brand)), A_DAY);
    }

    @Override
    public ChannelHours hours(BrandId brand, String channel, SiteId site) {
        ChannelHours own = memory.snapshot().hours().get(new HoursKey(brand, channel, site.value()));
        return own != null ? own : hours(brand, channel);
    }

    @Override
    public Set<String> closedChannels(BrandId brand, Optional<SiteId> site, Instant at) {
        return memory.snapshot().hours().keySet().stream()
                .filter(key -> key.brand().equals(brand))
                .map(HoursKey::channel)
                .filter(channel -> !hours(brand, channel, site).isOpen(at))
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<Instant> opensSomewhere(BrandId brand, String channel, Instant at) {
        Stream<ChannelHours> ofSites = memory.snapshot().hours().entrySet().stream()
                .filter(each -> each.getKey().brand().equals(brand) && each.getKey().channel().equals(channel))
                .map(each -> each.getValue());
        return Stream.concat(Stream.of(hours(brand, channel)), ofSites)
                .flatMap(hours -> hours.nextOpening(at).stream())
                .min(Comparator.naturalOrder());
    }

    private ChannelHours hours(BrandId brand, String channel, Optional<SiteId> site) {
        return site.map(where -> hours(brand, channel, where)).orElseGet(() -> hours(brand, channel));
    }

    @Override
    public Optional<BusinessTime> calendar(CalendarId id) {
        return Optional.ofNullable(memory.snapshot().calendars().get(id)).map(CalendarTime::new);
    }

    private ZoneId zone(BrandId brand) {
        return find(brand).map(Brand::zone).orElse(ZoneOffset.UTC);
    }

    @Override
    public List<Reason> reasons(BrandId brand) {
        return List.copyOf(memory.snapshot().reasons().getOrDefault(brand, List.of()));
    }

    @Override
    public Optional<Reason> reason(ReasonId id) {
        return Optional.ofNullable(memory.snapshot().reasonsById().get(id));
    }

    @Override
    public List<Department> departments() {
        return memory.snapshot().departments();
    }

    @Override
    public List<Process> processes() {
        return memory.snapshot().processes().inUse();
    }

    @Override
    public Optional<Process> process(ProcessId id) {
        return Optional.ofNullable(memory.snapshot().processes().byId().get(id));
    }

    @Override
    public Instant departmentAnswers(DepartmentId id, Instant from) {
        ChannelHours agreed = memory.snapshot().agreed().hours().get(id);
        return agreed == null ? from.plus(A_DAY) : agreed.answerDue(from);
    }

    @Override
    public BusinessTime departmentTime(DepartmentId id) {
        PromisedHours agreed = memory.snapshot().agreed().hours().get(id);
        return new CalendarTime(agreed == null ? BusinessCalendar.alwaysOpen(ZoneOffset.UTC) : agreed.calendar());
    }

    @Override
    public Set<DepartmentId> departmentsOf(UserId person) {
        return memory.snapshot().agreed().ofPerson().getOrDefault(person, Set.of());
    }

    @Override
    public Set<UserId> membersOf(DepartmentId department) {
        return memory.snapshot().agreed().ofPerson().entrySet().stream().filter(one -> one.getValue().contains(department)).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<Department> department(DepartmentId id) {
        return Optional.ofNullable(memory.snapshot().departmentsById().get(id));
    }
}
