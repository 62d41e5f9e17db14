package cn.ecopark.officialdocument;

/** What documents are set by: the text of each kind, as its release says it. */
@FunctionalInterface
public interface Templates {

	/**
	 * @return the markup by which documents of that kind are set under its release
	 */
	String of(OfficialDocumentKind kind);

}
