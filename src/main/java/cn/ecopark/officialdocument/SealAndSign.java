package cn.ecopark.officialdocument;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.Units;
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

	private final Units units;

	private final CaseTime time;

	private final Rehearsal rehearsal;

	SealAndSign(Seals seals, SignInTurn signing, VerificationAddress address, Units units, CaseTime time,
			Rehearsal rehearsal) {
		this.rehearsal = rehearsal;
		this.seals = seals;
		this.signing = signing;
		this.address = address;
		this.units = units;
		this.time = time;
	}

	/**
	 * @return of a draft: who would sign it, without number, seals and proof
	 */
	Imprint draft(List<String> bodies, LocalDate issuedOn) {
		return Imprint.draft(issuedOn,
				bodies.stream().map(body -> new SigningBody(this.units.nameOn(body, issuedOn), null)).toList());
	}

	/**
	 * @return of what goes out; in a rehearsal, of a draft
	 * @throws cn.ecopark.signing.SigningRefusals.NoSeal when a body has nothing to seal
	 * with
	 */
	Imprint imprint(List<String> bodies, LocalDate issuedOn, @Nullable DocumentNumber number, VerificationCode code) {
		if (this.rehearsal.isUnderWay()) {
			return draft(bodies, issuedOn);
		}
		List<SigningBody> signing = bodies.stream()
			.map(body -> new SigningBody(this.units.nameOn(body, issuedOn), this.seals.of(body, issuedOn).orElse(null)))
			.toList();
		Imprint.Verification verification = new Imprint.Verification(this.address.page(), code.text(),
				QrCode.of(this.address.of(code)));
		return new Imprint(number == null ? "" : number.text(), issuedOn, signing, verification);
	}

	/**
	 * @return the file with all signatures; in a rehearsal, with none
	 * @throws cn.ecopark.signing.SigningRefusals.NoCertificate when a body has nothing to
	 * sign with
	 */
	Signed sign(byte[] pdf, List<String> bodies, @Nullable DocumentNumber number, VerificationCode code) {
		if (this.rehearsal.isUnderWay()) {
			return new Signed(pdf, 0);
		}
		String reason = number == null ? "印发公文" : "印发" + number.text();
		try {
			return this.signing.sign(pdf, bodies, reason, this.address.of(code), this.time.now());
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

}
