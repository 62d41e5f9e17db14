package cn.ecopark.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.Units;
import cn.ecopark.rulepack.OutcomeKind;
import cn.ecopark.rulepack.OutcomeKind.Meaning;
import cn.ecopark.rulepack.Procedure;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.shared.Texts;
import cn.ecopark.typesetting.manuscript.Facts;

/**
 * Names of bodies, choices and kinds of batch in the reader's language, as of the batch's
 * date.
 */
@Component
public class Wordings {

	private final Texts texts;

	private final Units units;

	private final RulePacks packs;

	private final CaseTime time;

	Wordings(Texts texts, Units units, RulePacks packs, CaseTime time) {
		this.time = time;
		this.texts = texts;
		this.units = units;
		this.packs = packs;
	}

	public String text(String key, Object... arguments) {
		return textIn(locale(), key, arguments);
	}

	private String textIn(Locale locale, String key, Object... arguments) {
		return this.texts.in(locale, key, arguments);
	}

	/**
	 * @return label of a choice, outcome or result; the text itself where the pack has
	 * none
	 */
	public String outcome(ReleaseId release, String code) {
		return outcome(release, code, locale());
	}

	String outcome(ReleaseId release, String code, Locale locale) {
		OutcomeKind kind = this.packs.get(release).outcomes().get(code);
		return kind == null ? code : Texts.english(locale) ? kind.englishLabel() : kind.label();
	}

	/**
	 * @return whether a body agrees by choosing that
	 */
	boolean isAgreement(Batch batch, String choice) {
		return this.packs.get(batch.release()).means(choice, Meaning.AGREES);
	}

	/**
	 * @return who signed, marked 代 where a deputy of the body's head did
	 */
	public String signer(SignOff signed, Locale locale) {
		String name = signed.opinion().author().personName();
		return signed.ballot().deputy() ? textIn(locale, "batch.signed.deputy", name) : name;
	}

	/**
	 * @return what a signature for every park of the batch is about
	 */
	String all(Locale locale) {
		return textIn(locale, "batch.signed.all");
	}

	/**
	 * @return which text was signed: the draft, its day and its check digits, and whether
	 * a later text has taken its place
	 */
	public String signedText(SignOff signed, Locale locale) {
		SignOff.Draft draft = signed.draft();
		if (draft == null) {
			return textIn(locale, "batch.signed.text-unknown");
		}
		return textIn(locale, signed.stands() ? "batch.signed.text" : "batch.signed.text-replaced", draft.number(),
				Texts.english(locale) ? draft.draftedOn().toString() : Facts.day(draft.draftedOn()),
				signed.checkDigits());
	}

	/**
	 * @return name of the kind of batch, for instance 批准建设
	 */
	public String kind(ReleaseId release, String kind) {
		RulePack found = this.packs.get(release);
		Procedure procedure = found.procedures().get(kind);
		return procedure == null ? kind : english() ? procedure.englishLabel() : procedure.label();
	}

	/**
	 * @return what the body was called on the day of the decision, short; what it is
	 * called today as long as nothing is decided
	 */
	public String body(Batch batch, String unitId) {
		return this.units.shortNameOn(unitId, Objects.requireNonNullElseGet(batch.decidedOn(), this.time::today));
	}

	/**
	 * @return province, kind and case number
	 */
	public List<String> meta(BatchItem.Park park) {
		List<String> words = new ArrayList<>();
		words.add(this.units.provinceName(park.provinceCode()));
		words.add(parkKind(park.kind()));
		if (park.caseNumber() != null) {
			words.add(park.caseNumber());
		}
		return words;
	}

	public String province(String code) {
		return this.units.provinceName(code);
	}

	/**
	 * @return 综合类, 行业类 or 静脉产业类
	 */
	public String parkKind(String kind) {
		return this.texts.inOr(locale(), "park.kind." + kind, kind);
	}

	public static boolean english() {
		return Texts.english(locale());
	}

	private static Locale locale() {
		return LocaleContextHolder.getLocale();
	}

}
