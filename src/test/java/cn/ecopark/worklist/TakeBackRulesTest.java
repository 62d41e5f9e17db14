package cn.ecopark.worklist;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import cn.ecopark.worklist.TakeBackRules.Facts;
import cn.ecopark.worklist.TakeBackRules.Hindrance;

import static org.assertj.core.api.Assertions.assertThat;

/** Until when a submission may be taken back. */
class TakeBackRulesTest {

	/** Whoever submitted, and nothing has happened since. */
	private static final Facts FREE = new Facts(true, true, false, true, true, false, false, null, true, false, true,
			false, false);

	@Test
	void nothingHindersWhileTheNextHasNotBegun() {
		assertThat(TakeBackRules.hindrance(FREE)).isEmpty();
	}

	@Test
	void eachFactHindersByItselfForAReasonOfItsOwn() throws ReflectiveOperationException {
		List<Hindrance> found = new ArrayList<>();
		for (RecordComponent fact : Facts.class.getRecordComponents()) {
			if (fact.getType() == boolean.class) {
				found.add(TakeBackRules.hindrance(otherwise(fact.getName())).orElseThrow());
			}
		}

		assertThat(found).containsExactly(Hindrance.NOT_OWN, Hindrance.NOT_IN_THIS_STEP, Hindrance.SIGNED_BY_SEVERAL,
				Hindrance.CASE_CLOSED, Hindrance.UNIT_CHANGED, Hindrance.STOOD_STILL, Hindrance.ISSUED,
				Hindrance.NEXT_STAGE, Hindrance.BEGUN, Hindrance.MOVED_ON, Hindrance.LAST_DAY_SET,
				Hindrance.LIMIT_OVER);
	}

	@Test
	void theWayOfTheFlowHindersWhateverItMet() {
		Set<Hindrance> ways = EnumSet.of(Hindrance.WAY_UNKNOWN, Hindrance.ACTED, Hindrance.WAITS, Hindrance.JOINED,
				Hindrance.ENDED, Hindrance.SEVERAL, Hindrance.NOT_PLAIN);

		assertThat(ways).allSatisfy(way -> assertThat(TakeBackRules.hindrance(on(way))).contains(way));
	}

	/**
	 * That a colleague is too late to do it does not matter to whom it never belonged.
	 */
	@Test
	void tellsFirstWhatWillNeverChange() {
		assertThat(TakeBackRules.hindrance(new Facts(false, true, false, false, true, false, true, Hindrance.ACTED,
				true, true, false, false, true)))
			.contains(Hindrance.NOT_OWN);
		assertThat(TakeBackRules.hindrance(
				new Facts(true, true, false, true, true, false, true, Hindrance.ACTED, true, true, false, false, true)))
			.contains(Hindrance.ISSUED);
	}

	private static Facts on(Hindrance way) {
		return new Facts(true, true, false, true, true, false, false, way, true, false, true, false, false);
	}

	/** As {@link #FREE} but for that fact. */
	private static Facts otherwise(String fact) throws ReflectiveOperationException {
		RecordComponent[] components = Facts.class.getRecordComponents();
		Object[] values = new Object[components.length];
		Class<?>[] types = new Class<?>[components.length];
		for (int at = 0; at < components.length; at++) {
			types[at] = components[at].getType();
			components[at].getAccessor().setAccessible(true);
			values[at] = components[at].getAccessor().invoke(FREE);
			if (components[at].getName().equals(fact)) {
				values[at] = !(boolean) values[at];
			}
		}
		return Facts.class.getDeclaredConstructor(types).newInstance(values);
	}

}
