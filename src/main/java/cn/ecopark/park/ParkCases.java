package cn.ecopark.park;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import cn.ecopark.organisation.Actor;
import cn.ecopark.web.view.Step;
import cn.ecopark.web.view.Tag;

/**
 * What the procedures say about parks, as far as the reader may know; implemented where
 * cases are known.
 */
public interface ParkCases {

	/**
	 * What is under way, for instance 规划论证中; parks with nothing under way are left out.
	 */
	Map<Long, Tag> underWay(Collection<Park> parks, Actor reader, Locale locale);

	/** The nine steps of the life of a park and how far it is. */
	List<Step> life(Park park, Actor reader, Locale locale);

	/** The cases of a park, the newest first. */
	List<Line> of(Park park, Actor reader, Locale locale);

	/**
	 * What the reader may start for this park, posted as {@code kind} and
	 * {@code submission} to {@code /parks/<id>/cases}.
	 */
	List<Start> startable(Park park, Actor reader, Locale locale);

	/**
	 * @return number or kind of the case of the park that is open; empty when none is
	 */
	Optional<String> openCase(Park park);

	/**
	 * @return numbers, or kinds, of the cases of the park that are open and do not stand
	 * still
	 */
	List<String> running(Park park);

	/**
	 * One case.
	 *
	 * @param url null where the reader may not open it
	 * @param number null before admission
	 */
	record Line(@Nullable String url, String kind, @Nullable String number, Tag state, LocalDate opened,
			@Nullable LocalDate closed) {
	}

	/**
	 * A procedure.
	 *
	 * @param kind the procedure of the rule pack in force
	 * @param obstacle why it cannot be started now; null when it can
	 * @param needsGround whether whoever starts it says why, posted as {@code reason}
	 */
	record Start(String kind, String label, String meaning, @Nullable String obstacle, boolean needsGround) {
	}

}
