package cn.ecopark.organisation;

import java.util.List;
import java.util.Optional;

/** The people who work with the system. Lists hold active people only. */
public interface People {

	Optional<Person> find(long personId);

	Optional<Person> bySignInName(String signInName);

	/** The name to show, empty string if there is no such person. */
	String nameOf(long personId);

	/** Whoever is in the unit, in whatever role. */
	List<Person> membersOf(String unitId);

	List<Person> supervisorsOf(String unitId);

	/** The expert pool. */
	List<Expert> experts();

	Optional<Expert> expert(long personId);

	/** The person as the one acting now, empty if inactive or in no unit. */
	Optional<Actor> actor(long personId);

}
