package cn.ecopark.officialdocument;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import cn.ecopark.shared.Installation;

/** Where the public asks about a document: what its QR code says. */
@Component
public class VerificationAddress {

	private static final Logger LOG = LoggerFactory.getLogger(VerificationAddress.class);

	private final String base;

	VerificationAddress(Installation installation, @Value("${server.port:8080}") int port) {
		String address = installation.publicAddress();
		this.base = (address == null ? "http://localhost:" + port : address).replaceAll("/+$", "");
		if (this.base.startsWith("http://localhost")) {
			LOG.warn("QR codes of papers lead to {}, which only this machine finds; set ecopark.public-address",
					this.base);
		}
	}

	public String of(VerificationCode code) {
		return this.base + "/verify/" + code.text();
	}

	/** Without the code, to be typed from a sheet of document. */
	public String page() {
		return this.base + "/verify";
	}

}
