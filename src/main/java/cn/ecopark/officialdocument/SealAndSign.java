package cn.ecopark.officialdocument;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.signing.Seals;
import cn.ecopark.signing.SignInTurn;
import cn.ecopark.signing.SignInTurn.Signed;
import cn.ecopark.typesetting.Imprint;
import cn.ecopark.typesetting.Imprint.SigningBody;

/**
 * What makes a text the document of the bodies that issue it: imprint, seals and
 * signatures.
 */
@Component
class SealAndSign {

	private final Seals seals;

	private final SignInTurn signing;

	private final VerificationAddress address;

	private final IssuingBodies bodies;

	private final CaseTime time;

	private final Rehearsal rehearsal;

	SealAndSign(Seals seals, SignInTurn signing, VerificationAddress address, IssuingBodies bodies, CaseTime time,
			Rehearsal rehearsal) {
		this.rehearsal = rehearsal;
		this.seals = seals;
		this.signing = signing;
		this.address = address;
		this.bodies = bodies;
		this.time = time;
	}

	/**
	 * Who issues a document, and how.
	 *
	 * @param units ids, that of the lead body first
	 * @param on day of issue
	 */
	record Issuers(List<String> units, Issue how, LocalDate on) {
	}

	/**
	 * @return who issues it, as the document calls them
	 */
	List<OfficialDocument.Body> named(Issuers issuers) {
		return bodies(issuers, issuers.on()).stream()
			.map(body -> new OfficialDocument.Body(body.unitId(), body.name()))
			.toList();
	}

	private List<IssuingBody> bodies(Issuers issuers, LocalDate day) {
		return issuers.units().stream().map(unit -> this.bodies.of(unit, issuers.how().level(), day)).toList();
	}

	/**
	 * @return of a draft: who would sign it, without number, seals and proof
	 */
	Imprint draft(Issuers issuers) {
		return new Imprint(null, issuers.on(), printing(issuers),
				bodies(issuers, issuers.on()).stream()
					.map(body -> new SigningBody(body.name(), null, body.standIn()))
					.toList(),
				null);
	}

	private Imprint.Printing printing(Issuers issuers) {
		return switch (issuers.how().printed()) {
			case ISSUE -> new Imprint.Printing(true, issuers.on());
			case PRINTING -> new Imprint.Printing(true, this.time.today());
			case NONE -> new Imprint.Printing(false, null);
		};
	}

	/**
	 * @return of what goes out; in a rehearsal, of a draft
	 * @throws cn.ecopark.signing.SigningRefusals.NoSeal when a body has nothing to seal
	 * with
	 */
	Imprint imprint(Issuers issuers, @Nullable DocumentNumber number, VerificationCode code) {
		if (this.rehearsal.isUnderWay()) {
			return draft(issuers);
		}
		List<SigningBody> signing = bodies(issuers, issuers.on()).stream()
			.map(body -> new SigningBody(body.name(), this.seals.of(body.seal()).orElse(null), body.standIn()))
			.toList();
		Imprint.Verification verification = new Imprint.Verification(this.address.page(), code.text(),
				QrCode.of(this.address.of(code)));
		return new Imprint(number == null ? "" : number.text(), issuers.on(), printing(issuers), signing, verification);
	}

	/**
	 * @return the file with all signatures; in a rehearsal, with none
	 * @throws cn.ecopark.signing.SigningRefusals.NoCertificate when a body has nothing to
	 * sign with
	 */
	Signed sign(byte[] pdf, Issuers issuers, @Nullable DocumentNumber number, VerificationCode code) {
		if (this.rehearsal.isUnderWay()) {
			return new Signed(pdf, 0);
		}
		String reason = number == null ? "印发公文" : "印发" + number.text();
		try {
			return this.signing.sign(pdf, bodies(issuers, this.time.today()).stream().map(IssuingBody::seal).toList(),
					reason, this.address.of(code), this.time.now());
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

}
