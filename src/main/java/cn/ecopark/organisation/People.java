package cn.ecopark.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.ListPage;
import cn.ecopark.shared.SearchWords;
import cn.ecopark.shared.SortedBy;

/** The people who work with the system. Lists hold active people only. */
public interface People {

	Optional<Person> find(long personId);

	/**
	 * @throws UnknownPerson if there is no such person
	 */
	default Person get(long personId) {
		return find(personId).orElseThrow(() -> new UnknownPerson(personId));
	}

	Optional<Person> bySignInName(String signInName);

	/** The name to show, empty string if there is no such person. */
	String nameOf(long personId);

	/** The names to show of those people; whoever there is not has none. */
	Map<Long, String> namesOf(Collection<Long> people);

	/** Whoever is in the unit, in whatever role. */
	List<Person> membersOf(String unitId);

	/**
	 * Everybody, the inactive too, page by page.
	 * @param text a part of the name or of the sign-in name
	 * @param cursor after or before the id of a person
	 */
	ListPage<Person, Long> page(SearchWords text, SortedBy<PeopleOrder> sort, Cursor<Long> cursor, int size);

	/** The expert pool. */
	List<Expert> experts();

	Optional<Expert> expert(long personId);

	/** Those of the people who are experts. */
	Map<Long, Expert> experts(Collection<Long> people);

	/**
	 * The person as one who acts, in the unit entered first; empty if inactive or in no
	 * unit.
	 */
	Optional<Actor> actor(long personId);

}
