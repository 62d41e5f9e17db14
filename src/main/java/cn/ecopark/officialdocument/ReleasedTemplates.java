package cn.ecopark.officialdocument;

import org.springframework.stereotype.Component;

import cn.ecopark.rulepack.RulePacks;

/**
 * Templates are files of the release. Releases that were made before an administrator
 * saved a template by itself go on with what was saved.
 */
@Component
class ReleasedTemplates implements Templates {

	private final RulePacks packs;

	private final SavedTemplates saved;

	ReleasedTemplates(RulePacks packs, SavedTemplates saved) {
		this.packs = packs;
		this.saved = saved;
	}

	@Override
	public String of(OfficialDocumentKind kind) {
		return this.saved.of(kind.release(), kind.key())
			.map(SavedTemplates.Saved::source)
			.orElseGet(() -> inFile(kind));
	}

	private String inFile(OfficialDocumentKind kind) {
		return this.packs.files(kind.release())
			.text(kind.template())
			.orElseThrow(() -> new IllegalStateException("Release " + kind.release() + " has no " + kind.template()));
	}

}
