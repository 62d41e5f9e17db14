package cn.ecopark.audit;

/** What an audit entry is about; each subject has a chain of its own. */
public record Subject(String id) {

	/** Sign-in, people and other administration. */
	public static final Subject ADMINISTRATION = new Subject("administration");

	/** What was refused. */
	public static final Subject REFUSALS = new Subject("refusals");

	public static Subject ofCase(String caseId) {
		return new Subject("case:" + caseId);
	}

	public static Subject ofBatch(String batchId) {
		return new Subject("batch:" + batchId);
	}

	public static Subject ofNotice(String noticeId) {
		return new Subject("notice:" + noticeId);
	}

	/**
	 * @param dossierId a case, a batch or an objection whose documents somebody reads
	 */
	public static Subject ofReading(String dossierId) {
		return new Subject("reading:" + dossierId);
	}

}
