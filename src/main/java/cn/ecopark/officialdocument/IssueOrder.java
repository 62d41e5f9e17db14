package cn.ecopark.officialdocument;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import cn.ecopark.audit.Subject;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.typesetting.manuscript.Facts;

/**
 * An official document that is to be made now.
 *
 * @param kind key in the rule pack's documents
 * @param place what it is about
 * @param decision process of the joint decision that it is to state; null where one body
 * alone decides
 * @param bodies ids of the units that decided jointly, lead body first; empty where the
 * kind says who issues it
 * @param issuedOn 成文日期
 * @param reserved a number kept free for it; null for the next one
 * @param known facts that whoever orders it states; they go before what is found out
 */
public record IssueOrder(ReleaseId release, String kind, Place place, @Nullable String decision, List<String> bodies,
		LocalDate issuedOn, @Nullable DocumentNumber reserved, Consumer<Facts> known) {

	public IssueOrder {
		bodies = List.copyOf(bodies);
	}

	/**
	 * Where in the files it belongs.
	 *
	 * @param dossierId case or batch it is issued in
	 * @param caseId the case it is about; null where it is about several
	 * @param stage diagram of the step, empty where a date decides
	 * @param workItemId the task in which it is decided, 0 where a date decides
	 * @param unitId whose step it is
	 * @param subject the chain of the audit it is noted in
	 */
	public record Place(String dossierId, @Nullable String caseId, String stage, long workItemId, String unitId,
			Subject subject) {
	}

}
