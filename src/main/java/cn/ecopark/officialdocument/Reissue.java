package cn.ecopark.officialdocument;

import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.officialdocument.CompositionRefusals.CorrectionTextMissing;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.rulepack.Setting;
import cn.ecopark.typesetting.manuscript.Facts;

/**
 * 更正、重新印发: makes a document anew in the place of one that was wrong. Its text says so
 * first, in the words of the pack.
 */
@Component
public class Reissue {

	/** How the setting is called that says how a correction is told. */
	private static final String TEXT = "correctionText";

	private final ProduceOfficialDocument produce;

	private final RulePacks packs;

	Reissue(ProduceOfficialDocument produce, RulePacks packs) {
		this.produce = produce;
		this.packs = packs;
	}

	/**
	 * @param what is wrong in the document, as the new one says it
	 * @param reason for the record
	 */
	public record Mistake(String what, String reason) {
	}

	/**
	 * @return the document that holds from now on, with the next number of its series
	 * @throws CorrectionTextMissing when the pack does not say how a correction is told
	 * @throws cn.ecopark.shared.Refusal as {@link ProduceOfficialDocument#produce}, or
	 * when the wrong one does not hold
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public OfficialDocument inPlaceOf(OfficialDocument wrong, Mistake mistake, IssueOrder order) {
		return this.produce.inPlaceOf(wrong.code(), mistake.reason(), saying(wrong, mistake, order));
	}

	/**
	 * @return the document as it would be, without number, seals and proof and marked as
	 * a draft; nothing is kept of it
	 */
	public byte[] preview(OfficialDocument wrong, Mistake mistake, IssueOrder order) {
		return this.produce.preview(saying(wrong, mistake, order));
	}

	private IssueOrder saying(OfficialDocument wrong, Mistake mistake, IssueOrder order) {
		String said = text(order).replace("{mistake}", sentence(mistake.what())).replace("{document}", name(wrong));
		return new IssueOrder(order.release(), order.kind(), order.place(), order.decision(), order.bodies(),
				order.issuedOn(), order.reserved(), facts -> {
					order.known().accept(facts);
					facts.text(Composer.OPENING, said);
				});
	}

	/** The formula is that of the day, whatever release the case is carried out under. */
	private String text(IssueOrder order) {
		return Optional.ofNullable(this.packs.current(order.release().pack()).settings().get(TEXT))
			.map(Setting::value)
			.orElseThrow(CorrectionTextMissing::new);
	}

	/** The pack's words end it. */
	private static String sentence(String what) {
		return what.strip().replaceAll("[。．.]+$", "");
	}

	/** By number and title; what bears no number, by title and day. */
	private static String name(OfficialDocument document) {
		DocumentNumber number = document.number();
		return number != null ? number.text() + "《" + document.title() + "》"
				: "《" + document.title() + "》（" + Facts.day(document.issuedOn()) + "）";
	}

}
