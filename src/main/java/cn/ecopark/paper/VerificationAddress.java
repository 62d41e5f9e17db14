package cn.ecopark.paper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the public asks about a paper: what its QR code says. */
@Component
public class VerificationAddress {

	private final String base;

	VerificationAddress(@Value("${ecopark.public-address:http://localhost:${server.port:8080}}") String base) {
		this.base = base.replaceAll("/+$", "");
	}

	public String of(VerificationCode code) {
		return this.base + "/verify/" + code.text();
	}

	/** Without the code, to be typed from a sheet of paper. */
	public String page() {
		return this.base + "/verify";
	}

}
