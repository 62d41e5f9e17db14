package cn.ecopark.paper;

import java.util.List;

/** The templates in force, and those before them. */
public interface PaperTemplates {

	/**
	 * @return the newest version
	 */
	TemplateVersion current(PaperKind kind);

	/**
	 * @return all versions, the newest first, the one shipped last
	 */
	List<TemplateVersion> history(PaperKind kind);

	/**
	 * Puts a new version in force.
	 * @param base the version that was changed
	 * @throws PaperRefusals.TemplateFaulty when no paper can be made of it
	 * @throws PaperRefusals.TemplateChanged when somebody else has saved meanwhile
	 */
	TemplateVersion save(PaperKind kind, int base, String source, String reason);

}
