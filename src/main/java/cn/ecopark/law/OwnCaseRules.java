package cn.ecopark.law;

/**
 * 回避: whoever a case is about does not decide on it (公务员法 76; 行政许可法 5: 公开、公平、公正).
 */
public final class OwnCaseRules {

	private OwnCaseRules() {
	}

	/**
	 * @param own whether the case is about whoever decides
	 * @param ofTheApplicant whether the outcome decides nothing, as a submission
	 * @param outcome what it is called
	 */
	public static void nobodyDecidesOnHisOwnCase(boolean own, boolean ofTheApplicant, String outcome) {
		if (own && !ofTheApplicant) {
			throw LegalRefusal.ofProcedure("own-case", outcome);
		}
	}

}
