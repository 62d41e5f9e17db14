package cn.ecopark.law;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** 编号、印发: what date, number, standard and kind a joint document may bear. */
public final class IssueRules {

	private static final String DATE = "f.issuedOn";

	private static final String NUMBER = "f.documentNumber";

	private IssueRules() {
	}

	/**
	 * 成文日期 is the day the last body has signed, or later; GB/T 9704-2012 7.3.5.4: for
	 * joint documents the day on which the last body signs. It is not after today.
	 * @param lastVote day of the last vote that carries the decision; {@code null} where
	 * nobody has voted
	 * @throws LegalRefusal at the date
	 */
	public static void dateOfIssue(LocalDate issuedOn, @Nullable LocalDate lastVote, LocalDate today) {
		if (issuedOn.isAfter(today)) {
			throw LegalRefusal.atField("issued-in-future", DATE, today);
		}
		if (lastVote != null && issuedOn.isBefore(lastVote)) {
			throw LegalRefusal.atField("issued-before-last-vote", DATE, lastVote);
		}
	}

	/**
	 * A number counts within the year of its document, 公文处理工作条例 9(五).
	 * @throws LegalRefusal at the number
	 */
	public static void yearOfNumber(int year, LocalDate issuedOn) {
		if (year != issuedOn.getYear()) {
			throw LegalRefusal.atField("number-of-another-year", NUMBER, String.valueOf(year),
					String.valueOf(issuedOn.getYear()));
		}
	}

	/**
	 * A decision is stated in the document that is meant for it and in no other: a naming
	 * is not issued as an approval to build, and nobody states alone what is decided
	 * jointly.
	 * @param decisions processes of the decisions that the kind of document is meant for;
	 * none where it is meant for no joint decision
	 * @param decision process of the joint decision; {@code null} where one body alone
	 * decides
	 */
	public static void documentOfTheDecision(String document, Collection<String> decisions, @Nullable String decision) {
		if (decision == null ? !decisions.isEmpty() : !decisions.contains(decision)) {
			throw LegalRefusal.ofProcedure("paper-of-another-decision", document);
		}
	}

	/**
	 * 联合行文 names the lead body first, GB/T 9704-2012 7.2.4; behind it the order is that
	 * of the document.
	 * @param bodies who decided, lead body first
	 * @param order of those behind it; who is not named stands last, as they decided
	 */
	public static List<String> inOrder(List<String> bodies, List<String> order) {
		Set<String> inOrder = new LinkedHashSet<>(bodies.subList(0, Math.min(1, bodies.size())));
		order.stream().filter(bodies::contains).forEach(inOrder::add);
		inOrder.addAll(bodies);
		return List.copyOf(inOrder);
	}

	/**
	 * The register of parks changes by an issued document that names the park, and by
	 * nothing else.
	 * @param document empty where none was issued
	 */
	public static <P> P effectNeedsItsDocument(String park, Optional<P> document) {
		return document.orElseThrow(() -> LegalRefusal.ofProcedure("effect-without-paper", park));
	}

	/**
	 * Each park is judged by a standard of its own type.
	 * @param field where it was chosen
	 * @param types types of park that the standard is for
	 * @throws LegalRefusal at the field when none was chosen, or one for other types
	 */
	public static void standardOfItsType(String park, String parkType, @Nullable String standard, String field,
			Collection<String> types) {
		if (standard == null || standard.isBlank()) {
			throw LegalRefusal.atField("standard-missing", field, park);
		}
		if (!types.contains(parkType)) {
			throw LegalRefusal.atField("standard-of-another-type", field, standard, park);
		}
	}

}
