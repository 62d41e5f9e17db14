package cn.ecopark.officialdocument;

import java.util.List;

/** The templates in force, and those before them. */
public interface Templates {

	/**
	 * @return the newest version
	 */
	TemplateVersion current(OfficialDocumentKind kind);

	/**
	 * @return all versions, the newest first, the one shipped last
	 */
	List<TemplateVersion> history(OfficialDocumentKind kind);

	/**
	 * Puts a new version in force.
	 * @param base the version that was changed
	 * @throws CompositionRefusals.TemplateFaulty when no document can be made of it
	 * @throws CompositionRefusals.TemplateChanged when somebody else has saved meanwhile
	 */
	TemplateVersion save(OfficialDocumentKind kind, int base, String source, String reason);

}
