package cn.ecopark.expert;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.Term;
import cn.ecopark.casefile.Cases;
import cn.ecopark.law.PanelRules;
import cn.ecopark.law.PanelRules.Conclusion;
import cn.ecopark.law.Share;
import cn.ecopark.reference.ReferenceData;
import cn.ecopark.rulepack.OutcomeKind;
import cn.ecopark.rulepack.OutcomeKind.Meaning;
import cn.ecopark.rulepack.Role.Resolve;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.rulepack.Setting;
import cn.ecopark.shared.Texts;

/** What the rule pack of a case says about panels. */
@Component
class PanelSettings {

	private final RulePacks packs;

	private final Cases cases;

	private final ReferenceData reference;

	PanelSettings(RulePacks packs, Cases cases, ReferenceData reference) {
		this.reference = reference;
		this.packs = packs;
		this.cases = cases;
	}

	/**
	 * @return with how many members a panel is complete
	 */
	int leastMembers(String caseId) {
		return pack(caseId).setting("panelMinimum").number();
	}

	/**
	 * @return whether an even number of members is remarked on; it is never refused
	 */
	boolean warnsOfEvenNumber(String caseId) {
		return Boolean.parseBoolean(pack(caseId).setting("panelOddWarning").value());
	}

	/**
	 * @return the shares that panels are measured by
	 */
	PanelRules.Policy policy(String caseId) {
		return policy(pack(caseId));
	}

	/**
	 * @return with which draft that finds too few signatures the Office takes over
	 */
	int draftsBeforeOffice(String caseId) {
		return pack(caseId).setting("panelDraftsBeforeOffice").number();
	}

	/**
	 * @return whether the stage ends by an opinion of its panel only
	 */
	boolean panelDecides(String caseId, String stage) {
		Setting decides = pack(caseId).settings().get("panelDecides." + stage);
		return decides != null && Boolean.parseBoolean(decides.value());
	}

	/**
	 * @return whether experts are asked first whether they will sit on the panel of that
	 * stage; else whoever is named sits on it
	 */
	boolean invites(String caseId, String stage) {
		Setting invited = pack(caseId).settings().get("panelInvited." + stage);
		return invited == null || Boolean.parseBoolean(invited.value());
	}

	/**
	 * @return what an opinion of that stage must cover, by key of the form's field
	 */
	Map<String, String> opinionPoints(String caseId, String stage) {
		String prefix = "opinionPoint." + stage + ".";
		Map<String, String> points = new LinkedHashMap<>();
		pack(caseId).settings().forEach((key, setting) -> {
			if (key.startsWith(prefix)) {
				points.put(key.substring(prefix.length()), setting.value());
			}
		});
		return points;
	}

	/**
	 * @return the outcome as a conclusion; empty where it is none of a panel
	 */
	Optional<Conclusion> conclusion(String caseId, String outcome) {
		OutcomeKind kind = pack(caseId).outcome(outcome);
		Integer rank = kind.rank();
		return rank == null ? Optional.empty() : Optional.of(new Conclusion(outcome, label(kind), rank));
	}

	/**
	 * @return code of the outcome of that meaning
	 */
	String outcome(String caseId, Meaning meaning) {
		return pack(caseId).outcome(meaning).code();
	}

	/**
	 * @return code of the role that becomes persons that way
	 */
	String role(String caseId, Resolve resolve) {
		return pack(caseId).role(resolve).code();
	}

	boolean isAgainstTheApplicant(String caseId, String outcome) {
		return pack(caseId).outcome(outcome).tone() == OutcomeKind.Tone.NEGATIVE;
	}

	boolean takesTheCaseForward(String caseId, String result) {
		return pack(caseId).outcome(result).tone() == OutcomeKind.Tone.POSITIVE;
	}

	/**
	 * @return what the outcome is called in the language of whoever reads
	 */
	String label(String caseId, String outcome) {
		return label(pack(caseId).outcome(outcome));
	}

	/**
	 * @return the departments that decide on that day, beside whom no other sits on a
	 * panel
	 */
	List<String> departments(String caseId, LocalDate day) {
		return this.reference.partiesOn(this.cases.get(caseId).release().pack(), day);
	}

	/**
	 * @return how long that limit is
	 */
	Term term(String caseId, String limitKey) {
		return pack(caseId).limit(limitKey).term();
	}

	private static String label(OutcomeKind kind) {
		return Texts.english(LocaleContextHolder.getLocale()) ? kind.englishLabel() : kind.label();
	}

	private static PanelRules.Policy policy(RulePack pack) {
		return new PanelRules.Policy(share(pack, "panelExpertShare"), share(pack, "panelQuorum"),
				share(pack, "panelSupportShare"), share(pack, "panelSignatureShare"));
	}

	private static Share share(RulePack pack, String key) {
		return Share.of(pack.setting(key).value());
	}

	private RulePack pack(String caseId) {
		return this.packs.get(this.cases.get(caseId).release());
	}

}
