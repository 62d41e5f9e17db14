package cn.ecopark.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.ListOrder;
import cn.ecopark.shared.ListPage;
import cn.ecopark.shared.ReadOnce;
import cn.ecopark.shared.SearchWords;
import cn.ecopark.shared.SortedBy;

/** People as they stand in the database at the moment of the question. */
@Repository
class JdbcPeople implements People {

	private static final String SELECT_PERSON = """
			SELECT p.id, p.sign_in_name, p.display_name, p.invented, p.active, m.unit_id, m.role
			  FROM person p LEFT JOIN membership m ON m.person_id = p.id
			   AND (m.valid_from IS NULL OR m.valid_from <= :today) AND (m.valid_to IS NULL OR m.valid_to > :today)
			""";

	private static final String BY_ID = SELECT_PERSON + "WHERE p.id = :id ORDER BY m.id";

	private static final String BY_SIGN_IN_NAME = SELECT_PERSON + "WHERE p.sign_in_name = lower(:name) ORDER BY m.id";

	private static final String BY_UNIT = SELECT_PERSON + """
			WHERE p.active AND EXISTS (SELECT FROM membership u WHERE u.person_id = p.id AND u.unit_id = :unitId
			   AND (u.valid_from IS NULL OR u.valid_from <= :today) AND (u.valid_to IS NULL OR u.valid_to > :today))
			ORDER BY p.id, m.id""";

	private static final String PAGE = "SELECT person.id FROM person WHERE %s AND %s ORDER BY %s LIMIT :most";

	private static final String BY_IDS = SELECT_PERSON + "WHERE p.id IN (:ids) ORDER BY m.id";

	private static final String NAME = "SELECT display_name FROM person WHERE id = :id";

	private static final String NAMES = "SELECT id, display_name FROM person WHERE id IN (:ids)";

	private static final String SELECT_EXPERT = """
			SELECT p.id AS person_id, p.display_name AS name, p.invented, e.field, e.employer, e.title
			  FROM expert e JOIN person p ON p.id = e.person_id
			""";

	private static final String EXPERTS = SELECT_EXPERT
			+ """
					WHERE p.active AND EXISTS (SELECT FROM membership m WHERE m.person_id = p.id AND m.role = 'EXPERT'
					         AND (m.valid_from IS NULL OR m.valid_from <= :today) AND (m.valid_to IS NULL OR m.valid_to > :today))
					ORDER BY e.field, p.id""";

	private static final String EXPERTS_BY_IDS = SELECT_EXPERT + "WHERE p.id IN (:ids)";

	private final JdbcClient jdbc;

	private final Units units;

	JdbcPeople(JdbcClient jdbc, Units units) {
		this.jdbc = jdbc;
		this.units = units;
	}

	@Override
	public Optional<Person> find(long personId) {
		return one(query(BY_ID).param("id", personId));
	}

	@Override
	public Optional<Person> bySignInName(String signInName) {
		return one(query(BY_SIGN_IN_NAME).param("name", signInName.strip()));
	}

	@Override
	public String nameOf(long personId) {
		return ReadOnce.of(this, "nameOf", List.of(personId),
				() -> this.jdbc.sql(NAME).param("id", personId).query(String.class).optional().orElse(""));
	}

	@Override
	public List<Person> membersOf(String unitId) {
		return list(query(BY_UNIT).param("unitId", unitId));
	}

	@Override
	public Map<Long, String> namesOf(Collection<Long> people) {
		return ReadOnce.each(this, "nameOf", people, this::readNames);
	}

	private Map<Long, String> readNames(Collection<Long> people) {
		Map<Long, String> names = new HashMap<>();
		this.jdbc.sql(NAMES).param("ids", people).query((row) -> {
			names.put(row.getLong("id"), row.getString("display_name"));
		});
		return names;
	}

	@Override
	public ListPage<Person, Long> page(SearchWords text, SortedBy<PeopleOrder> sort, Cursor<Long> cursor, int size) {
		ListOrder order = PeopleOrder.of(sort);
		String sql = PAGE.formatted(text.in("person.display_name", "person.sign_in_name"), order.beyond(cursor),
				order.towards(cursor));
		List<Long> ids = this.jdbc.sql(sql)
			.param("words", text.text())
			.param("key", cursor.key())
			.param("most", size + 1)
			.query(Long.class)
			.list();
		return ListPage.of(inOrder(ids), size, cursor, Person::id);
	}

	private List<Person> inOrder(List<Long> ids) {
		if (ids.isEmpty()) {
			return List.of();
		}
		Map<Long, Person> people = list(query(BY_IDS).param("ids", ids)).stream()
			.collect(Collectors.toMap(Person::id, Function.identity()));
		return ids.stream().map(people::get).filter(Objects::nonNull).toList();
	}

	@Override
	public List<Expert> experts() {
		return query(EXPERTS).query(Expert.class).list();
	}

	@Override
	public Optional<Expert> expert(long personId) {
		return Optional.ofNullable(experts(List.of(personId)).get(personId));
	}

	@Override
	public Map<Long, Expert> experts(Collection<Long> people) {
		return people.isEmpty() ? Map.of()
				: this.jdbc.sql(EXPERTS_BY_IDS)
					.param("ids", people)
					.query(Expert.class)
					.list()
					.stream()
					.collect(Collectors.toMap(Expert::personId, Function.identity()));
	}

	@Override
	public Optional<Actor> actor(long personId) {
		return find(personId).filter(Person::active).flatMap(this::inMainUnit);
	}

	private Optional<Actor> inMainUnit(Person person) {
		if (person.memberships().isEmpty()) {
			return Optional.empty();
		}
		Unit unit = this.units.get(person.memberships().get(0).unitId());
		Set<MemberRole> roles = person.memberships()
			.stream()
			.filter((membership) -> membership.unitId().equals(unit.id()))
			.map(Membership::role)
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(MemberRole.class)));
		return Optional
			.of(new Actor(person.id(), person.displayName(), unit.id(), unit.kind(), unit.areaCode(), roles));
	}

	/**
	 * Memberships begin and end in real time, like passwords and sessions, not in case
	 * time.
	 */
	private JdbcClient.StatementSpec query(String sql) {
		return this.jdbc.sql(sql).param("today", LocalDate.now());
	}

	private static Optional<Person> one(JdbcClient.StatementSpec query) {
		return list(query).stream().findFirst();
	}

	private static List<Person> list(JdbcClient.StatementSpec query) {
		Map<Long, List<PersonRow>> rows = query.query(PersonRow.class)
			.list()
			.stream()
			.collect(Collectors.groupingBy(PersonRow::id, LinkedHashMap::new, Collectors.toList()));
		return rows.values().stream().map(PersonRow::toPerson).toList();
	}

	private record PersonRow(long id, String signInName, String displayName, boolean invented, boolean active,
			@Nullable String unitId, @Nullable MemberRole role) {

		static Person toPerson(List<PersonRow> rows) {
			PersonRow person = rows.get(0);
			return new Person(person.id, person.signInName, person.displayName, person.invented, person.active,
					rows.stream().map(PersonRow::toMembership).filter(Objects::nonNull).toList());
		}

		private @Nullable Membership toMembership() {
			return this.unitId != null && this.role != null ? new Membership(this.unitId, this.role) : null;
		}

	}

}
