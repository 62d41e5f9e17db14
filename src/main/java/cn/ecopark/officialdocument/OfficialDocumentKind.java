package cn.ecopark.officialdocument;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.Units;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.typesetting.PageForm;
import cn.ecopark.typesetting.manuscript.DeclaredFact;

/**
 * A kind of document that goes out under a rule pack.
 *
 * @param key the name commands use, for instance {@code namingNotice}
 * @param label the Chinese name
 * @param englishLabel the English name
 * @param decisions processes of the joint decisions that it states; none where one body
 * alone decides
 * @param issuers who signs: {@link #OFFICE}, {@link #MINISTRIES}, {@link #STEP_UNIT};
 * none where experts sign by hand
 * @param series code of the series its numbers come from, null where it bears none
 * @param audience who may read it once it is issued
 * @param issue at which level, in which order of bodies and with which day of printing it
 * goes out
 * @param source where its wording comes from
 * @param confirmed whether the wording was checked against the official text
 * @param facts what it has to be told
 */
public record OfficialDocumentKind(ReleaseId release, String key, String label, String englishLabel, PageForm form,
		List<String> decisions, List<String> issuers, @Nullable String series, Issue issue, Audience audience,
		String source, boolean confirmed, List<DeclaredFact> facts) {

	/** 领导小组办公室. */
	public static final String OFFICE = Units.OFFICE;

	/** Whoever does the step in which the document is made. */
	public static final String STEP_UNIT = "STEP_UNIT";

	/** All bodies of a joint decision on the date of the document, lead body first. */
	public static final String MINISTRIES = "MINISTRIES";

	public OfficialDocumentKind {
		if (issuers.contains(MINISTRIES) && decisions.isEmpty()) {
			throw new IllegalArgumentException(key + " is signed jointly, but states no joint decision");
		}
		decisions = List.copyOf(decisions);
		issuers = List.copyOf(issuers);
		facts = List.copyOf(facts);
	}

	/**
	 * @return path of its template in the release
	 */
	public String template() {
		return "papers/" + this.key + ".txt";
	}

}
