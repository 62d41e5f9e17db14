package cn.ecopark.law;

import java.util.Collection;
import java.util.Map;

/**
 * 拟办、审核、签发: who of a unit may put his hand to a decision that several of its people have
 * to sign. 党政机关公文处理工作条例 22: 公文应当经本机关负责人审批签发; what a unit says jointly with others is
 * countersigned by the head of each (联合发文由所有联署机关的负责人会签).
 */
public final class SignOffRules {

	private SignOffRules() {
	}

	/**
	 * Whoever has proposed or reviewed does not sign as well, in whatever unit or place
	 * of another he acts by then.
	 * @param hands ids of those who have put their hands to it
	 */
	public static void nobodySignsTwice(String step, long person, Collection<Long> hands) {
		if (hands.contains(person)) {
			throw LegalRefusal.ofProcedure("sign-off-same-person", step);
		}
	}

	/**
	 * Only whoever works in the unit today signs for it; nobody whose account is closed,
	 * and nobody of another unit.
	 * @param members those who work in the unit today, and whether each leads it
	 */
	public static void onlyTheUnitSigns(String step, long person, boolean sameUnit, Map<Long, Boolean> members) {
		if (!sameUnit || !members.containsKey(person)) {
			throw LegalRefusal.ofProcedure("sign-off-other-unit", step);
		}
	}

	/**
	 * The last signature is that of somebody who leads the unit.
	 * @param members those who work in the unit today, and whether each leads it
	 */
	public static void theLastSignatureIsALeaders(String step, long person, Map<Long, Boolean> members) {
		if (!members.getOrDefault(person, false)) {
			throw LegalRefusal.ofProcedure("sign-off-no-leader", step);
		}
	}

	/**
	 * Nobody puts his hand to what nobody else could carry out then: a leader who
	 * proposes needs another leader.
	 * @param persons how many have to sign in all
	 * @param hands ids of those who have put their hands to it, this one included
	 */
	public static void somebodyIsLeftToSign(String step, int persons, Collection<Long> hands,
			Map<Long, Boolean> members) {
		if (!canBeSigned(persons, hands, members)) {
			throw LegalRefusal.ofProcedure("sign-off-nobody-left", step, persons);
		}
	}

	/**
	 * @return whether those who work in the unit and have not put their hands to it yet
	 * are enough, and one of them leads the unit
	 */
	public static boolean canBeSigned(int persons, Collection<Long> hands, Map<Long, Boolean> members) {
		long left = members.keySet().stream().filter(member -> !hands.contains(member)).count();
		boolean led = members.entrySet().stream().anyMatch(one -> one.getValue() && !hands.contains(one.getKey()));
		return led && left >= persons - hands.size();
	}

}
